/** Words of the playbook. */
export const playbook = {
  title: 'Playbook',
}
