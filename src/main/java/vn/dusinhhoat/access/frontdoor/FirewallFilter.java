package vn.dusinhhoat.access.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Spring Security's firewall before every other filter. Inside its own chain it would come after filters that read the
 * path already and stumble over the very tricks it is there to refuse.
 */
class FirewallFilter extends OncePerRequestFilter {

    /** In the path the firewall refuses it; in a question it would get as far as the database, which does not take it. */
    private static final String NUL = "%00";

    private final HttpFirewall firewall = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getQueryString() != null && request.getQueryString().contains(NUL)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return;
        }
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException trick) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
