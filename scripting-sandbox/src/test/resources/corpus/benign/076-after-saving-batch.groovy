// new records for a batch after saving | after saving | per batch | must return 3 BEFORE_UPDATE false
records.each { r ->
  def task = crm.create('Task', [subject: r.name, relatedTo: r.id])
  task.priority = 'High'
  crm.update(task)
}
return "${records.size()} ${moment} ${isNew}"
