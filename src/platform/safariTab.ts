/**
 * True in a tab of Safari on an iPhone or iPad, where everything stored is deleted after seven days
 * of use without a visit. An app on the home screen is spared.
 */
export function isSafariTab(): boolean {
  return 'standalone' in navigator && navigator.standalone === false
}
