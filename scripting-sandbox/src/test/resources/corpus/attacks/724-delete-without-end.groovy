// [cpu] deletions by id without end | must be stopped at run with a limit error
while (true) { try { crm.delete('Task', record.id) } catch (Exception e) { log.info('again') } }
