// [exceptions] goes on in finally after the limit | must be stopped at run with a limit error
try { while (true) {} } finally { while (true) { log.info('still here') } }
