// [api] reads the environment | must be rejected at compile
return System.getenv('KITH_DATABASE_URL')
