package vn.dusinhhoat.access.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cockpit asks for all versions of a diagram or table without saying how many, which the engine refuses since lists have
 * a limit (row C13): its choice of versions would stay empty. It gets the longest list there is.
 */
class VersionListFilter extends OncePerRequestFilter {

    private static final String LIMIT = "maxResults";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("GET") || request.getParameter(LIMIT) != null
                || !path.endsWith("/process-definition") && !path.endsWith("/decision-definition");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String question = request.getQueryString();
        chain.doFilter(new HttpServletRequestWrapper(request) {
            @Override
            public String getQueryString() {
                return (question == null ? "" : question + "&") + LIMIT + "=2000";
            }
        }, response);
    }
}
