package kith.server.attack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that say what a good one says, and that the issuer never signed. */
final class ForgedTokens {

    private final SignedJWT good;
    private final String key;

    /**
     * @param good a token that the server takes
     */
    ForgedTokens(String good) throws ParseException {
        this.good = SignedJWT.parse(good);
        this.key = this.good.getHeader().getKeyID();
    }

    /** By what is wrong with them. */
    Map<String, String> all() throws ParseException, JOSEException {
        JWTClaimsSet claims = good.getJWTClaimsSet();
        RSAKey own = new RSAKeyGenerator(2048).keyID(key).generate();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("alg none", new PlainJWT(claims).serialize());
        tokens.put("another key under its id", signed(header, claims, new RSASSASigner(own)));
        tokens.put(
                "its own key in the header",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(),
                        claims,
                        new RSASSASigner(own)));
        tokens.put(
                "a shared secret for a public key",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key).build(),
                        claims,
                        new MACSigner(key.repeat(4).getBytes(StandardCharsets.UTF_8))));
        tokens.put("no signature", header() + "." + payload() + ".");
        tokens.put("the signature of something else", header() + "." + payload() + "x." + sign());
        tokens.put("nothing", "..");
        return tokens;
    }

    private String header() {
        return good.getHeader().toBase64URL().toString();
    }

    private String payload() {
        return good.getPayload().toBase64URL().toString();
    }

    private String sign() {
        return good.getSignature().toString();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
