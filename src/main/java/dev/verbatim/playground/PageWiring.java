package dev.verbatim.playground;

import static org.springframework.web.servlet.function.RouterFunctions.resources;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// The page's addresses, when there is a playground.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Playground.class)
public class PageWiring {

    private static final ClassPathResource FILES =
            new ClassPathResource("dev/verbatim/playground/page/");

    /// Before everything that this machine serves, health included.
    @Bean
    FilterRegistrationBean<Guard> playgroundGuard() {
        return new FilterRegistrationBean<>(new Guard());
    }

    @Bean
    RouterFunction<ServerResponse> playgroundPage(Playground playground) {
        var acts = new Acts(playground);
        var settings = new Controls(playground);
        var logs = new Logs(playground);
        return route().GET("/", _ -> ServerResponse.ok().body(FILES.createRelative("index.html")))
                .GET("/playground/state", _ -> Acts.json(Shown.state(playground)))
                .GET("/playground/events", _ -> ServerResponse.sse(playground.audience()::join))
                .GET("/playground/commands", acts::commands)
                .GET("/playground/file", acts::file)
                .GET("/playground/export", logs::export)
                .POST("/playground/import", logs::bringIn)
                .POST("/playground/upload", acts::upload)
                .POST("/playground/write", acts::write)
                .POST("/playground/edit", acts::edit)
                .POST("/playground/delete", acts::delete)
                .POST("/playground/react", acts::react)
                .POST("/playground/press", acts::press)
                .POST("/playground/inline", acts::inline)
                .POST("/playground/pick", acts::pick)
                .POST("/playground/member", settings::member)
                .POST("/playground/settings", settings::set)
                .POST("/playground/fault", settings::fault)
                .POST("/playground/restart", settings::restart)
                .add(resources("/playground/page/**", FILES))
                .onError(IllegalArgumentException.class, (problem, _) -> Acts.refused(problem))
                .onError(IllegalStateException.class, (problem, _) -> Acts.refused(problem))
                .build();
    }
}
