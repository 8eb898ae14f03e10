// texts of both kinds in an error, the log and a new record | must return no Acme renewal, for Acme renewal
try {
  throw new RuleError('name', record.active ? "no ${record.name}" : 'none')
} catch (Exception e) {
  log.info(record.active ? 'plain' : "not ${record.name}")
  def task = crm.create('Task', [subject: record.active ? "for ${record.name}" : 'none', priority: 'High'])
  return e.message + ', ' + task.subject
}
