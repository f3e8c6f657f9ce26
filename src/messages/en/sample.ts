/** Words beside the filled sample, for as long as one is in it. */
export const sample = {
  title: 'This is a filled sample',
  lead: 'The team is invented. Look around and change what you like: nothing here gets into the playbook or among your reflections.',
  renew: 'Start the sample anew',
  remove: 'Delete the sample',
}
