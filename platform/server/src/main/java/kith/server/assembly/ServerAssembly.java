package kith.server.assembly;

import java.util.Map;
import kith.server.settings.Installation;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The running server, put together from its parts. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    RuntimeConfiguration.class,
    CatalogConfiguration.class,
    RedisConfiguration.class,
    SearchConfiguration.class,
    IdentityConfiguration.class,
    TenantConfiguration.class,
    AuditConfiguration.class,
    LiveConfiguration.class,
    JobConfiguration.class,
    InsightConfiguration.class,
    HttpConfiguration.class
})
public class ServerAssembly {

    /** Starts to serve; the caller closes it. */
    public static ConfigurableApplicationContext start(Installation installation) {
        // Logging is set up before the first step of the start; the framework would begin anew.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(ServerAssembly.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(
                Map.of(
                        "server.address", installation.host(),
                        "server.port", installation.port()));
        application.addInitializers(context ->
                ((GenericApplicationContext) context)
                        .registerBean(Installation.class, () -> installation));
        return application.run();
    }
}
