package kith.embedded.testing;

/** Where the services of a test run come from. */
interface ServiceSource {

    TestPostgres postgres();

    TestRedis redis();

    TestKeycloak keycloak();
}
