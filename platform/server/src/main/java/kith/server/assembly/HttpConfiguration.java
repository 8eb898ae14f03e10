package kith.server.assembly;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import kith.graphql.data.DataEndpoint;
import kith.graphql.metadata.MetadataEndpoint;
import kith.runtime.job.Jobs;
import kith.server.client.ClientUse;
import kith.server.http.BrowserRoutes;
import kith.server.http.ConsoleFiles;
import kith.server.http.ConsoleRoutes;
import kith.server.http.Edge;
import kith.server.http.GraphqlEndpoints;
import kith.server.http.GraphqlRoutes;
import kith.server.http.ProblemAnswers;
import kith.server.http.SecurityHeaders;
import kith.server.http.WellKnownRoute;
import kith.server.identity.BrowserSignIn;
import kith.server.identity.Callers;
import kith.server.identity.ProviderEndpoints;
import kith.server.identity.SessionCookie;
import kith.server.identity.SessionReports;
import kith.server.limit.RequestGate;
import kith.server.operator.JobAdministration;
import kith.server.operator.ObjectAdministration;
import kith.server.operator.OperatorEndpoint;
import kith.server.operator.TenantAdministration;
import kith.server.settings.Installation;
import kith.server.tenant.RequestCounts;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.resources.LoopResources;

/** The paths of the server. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    /**
     * Network threads of this server's own: those that all share end with the first that stops.
     * They serve requests and the database alike, one for each processor.
     */
    @Bean(destroyMethod = "dispose")
    LoopResources networkThreads() {
        return LoopResources.create(
                "kith-net", Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    }

    @Bean
    ReactorResourceFactory httpResources(LoopResources networkThreads) {
        ReactorResourceFactory threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        threads.setLoopResources(networkThreads);
        threads.setShutdownQuietPeriod(Duration.ZERO);
        return threads;
    }

    @Bean
    NettyRouteProvider graphqlRoutes(
            GraphqlEndpoints endpoints, Installation installation, MeterRegistry meters) {
        return new GraphqlRoutes(endpoints, SessionCookie.name(installation.isHttps()), meters);
    }

    @Bean
    GraphqlEndpoints graphqlEndpoints(
            Callers callers,
            RequestCounts counts,
            RequestGate gate,
            ClientUse use,
            GraphqlEndpoints.Handlers handlers) {
        return new GraphqlEndpoints(callers, counts, gate, use, handlers);
    }

    @Bean
    GraphqlEndpoints.Handlers graphqlHandlers(
            DataEndpoint data,
            MetadataEndpoint metadata,
            TenantAdministration tenants,
            ObjectAdministration objects,
            Jobs jobs) {
        return new GraphqlEndpoints.Handlers(
                data::handle,
                metadata::handle,
                new OperatorEndpoint(tenants, new JobAdministration(jobs), objects)::handle);
    }

    @Bean
    RouterFunction<ServerResponse> browserRoutes(
            BrowserSignIn signIn, SessionReports reports, Installation installation) {
        return new BrowserRoutes(signIn, reports, installation).routes();
    }

    @Bean
    RouterFunction<ServerResponse> wellKnownRoute(
            Installation installation, ProviderEndpoints provider) {
        return WellKnownRoute.of(installation, provider);
    }

    @Bean
    RouterFunction<ServerResponse> consoleRoutes() {
        return new ConsoleRoutes(ConsoleFiles.fromClassPath()).routes();
    }

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders();
    }

    @Bean
    Edge edge(Installation installation) {
        return new Edge(installation.edge(), installation.isHttps());
    }

    @Bean
    ProblemAnswers problemAnswers() {
        return new ProblemAnswers();
    }
}
