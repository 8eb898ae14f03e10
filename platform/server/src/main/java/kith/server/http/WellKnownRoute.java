package kith.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import kith.server.identity.ProviderEndpoints;
import kith.server.settings.Installation;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What programs need to know before they can sign in: {@code /.well-known/kith}. */
public final class WellKnownRoute {

    private WellKnownRoute() {}

    public static RouterFunction<ServerResponse> of(
            Installation installation, ProviderEndpoints provider) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("issuer", installation.identity().issuer().toString());
        document.put("tokenEndpoint", provider.token().toString());
        document.put("cliClientId", installation.identity().cliClientId());
        document.put("version", installation.version());
        return RouterFunctions.route()
                .GET("/.well-known/kith", _ -> ServerResponse.ok().bodyValue(document))
                .build();
    }
}
