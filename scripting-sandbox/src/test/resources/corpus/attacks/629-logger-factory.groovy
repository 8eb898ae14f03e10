// [api] a logger of the host | must be rejected at compile
org.slf4j.LoggerFactory.getLogger('x').info('x')
