package vn.dusinhhoat.access.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda keeps the nonce of its Content-Security-Policy in one attribute of the whole application, so that two page
 * loads at once get each other's nonce and the browser blocks their scripts. Here each request has its own.
 */
class RequestLocalNonceFilter extends OncePerRequestFilter {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new NonceRequest(request), response);
    }

    private static final class NonceRequest extends HttpServletRequestWrapper {

        private final ServletContext context;
        private Object nonce;

        NonceRequest(HttpServletRequest request) {
            super(request);
            this.context = (ServletContext) Proxy.newProxyInstance(ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class}, (proxy, method, args) -> call(method, args));
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        private Object call(Method method, Object[] args) throws Throwable {
            if (args != null && NONCE.equals(args[0])) {
                if (method.getName().equals("setAttribute")) {
                    nonce = args[1];
                    return null;
                }
                if (method.getName().equals("getAttribute")) {
                    return nonce;
                }
            }
            try {
                return method.invoke(super.getServletContext(), args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
