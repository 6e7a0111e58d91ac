package dev.verbatim.playground;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Tests which requests reach the playground.
class LoopbackOnlyFilterTest {

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource({
        "127.0.0.1:8080, , 200",
        "localhost:8080, http://localhost:8080, 200",
        "[::1]:8080, http://[::1]:8080, 200",
        "attacker.example, , 403",
        "127.0.0.1.attacker.example:8080, , 403",
        "127.0.0.1:8080, https://attacker.example, 403",
        "127.0.0.1:8080, null, 403",
        "127.0.0.1:8080, http://127.0.0.1:9090, 403",
        "127.0.0.1:8080, http:// x, 403",
    })
    void admitsOnlyTheServersOwnPage(String host, String origin, int status) throws Exception {
        assertThat(response(host, origin).getStatus()).isEqualTo(status);
    }

    @Test
    void pageLoadsNothingFromElsewhereAndNoInlineScript() throws Exception {
        assertThat(response("127.0.0.1", null).getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
    }

    private static MockHttpServletResponse response(String host, @Nullable String origin)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", "/playground/write");
        request.addHeader("Host", host);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        var response = new MockHttpServletResponse();
        new LoopbackOnlyFilter().doFilter(request, response, new MockFilterChain());
        return response;
    }
}
