// [data] the moment of the write changed | must be rejected at compile
moment = 'BEFORE_CREATE'
