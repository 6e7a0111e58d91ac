package dev.verbatim.playground;

import static org.springframework.web.servlet.function.RouterFunctions.resources;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// Routes the page's requests, when there is a playground.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Playground.class)
public class PlaygroundConfiguration {

    // By this class's loader: the thread's own is the server's, and dead once that has stopped.
    private static final ClassPathResource FILES =
            new ClassPathResource(
                    "dev/verbatim/playground/page/",
                    PlaygroundConfiguration.class.getClassLoader());

    // Otherwise the server ends each stream after half a minute, and what was said meanwhile is
    // lost.
    private static final Duration FOREVER = Duration.ZERO;

    /// Ends the streams before the server waits for its last requests: they would never end.
    @Bean
    ApplicationListener<ContextClosedEvent> playgroundShutdown(Playground playground) {
        return _ -> playground.closePages();
    }

    /// Filters every request to this server, also those for its health.
    @Bean
    FilterRegistrationBean<LoopbackOnlyFilter> playgroundGuard() {
        return new FilterRegistrationBean<>(new LoopbackOnlyFilter());
    }

    @Bean
    RouterFunction<ServerResponse> playgroundPage(Playground playground) {
        var userActions = new UserActions(playground);
        var controls = new SimulationControls(playground);
        return route().GET("/", _ -> ServerResponse.ok().body(FILES.createRelative("index.html")))
                .GET("/playground/state", _ -> UserActions.json(PageEvents.state(playground)))
                .GET(
                        "/playground/events",
                        _ -> ServerResponse.sse(playground.sseBroadcaster()::subscribe, FOREVER))
                .GET("/playground/commands", userActions::commands)
                .GET("/playground/file", userActions::file)
                .GET("/playground/export", controls::exportChat)
                .POST("/playground/import", controls::importChat)
                .POST("/playground/upload", userActions::upload)
                .POST("/playground/write", userActions::send)
                .POST("/playground/edit", userActions::edit)
                .POST("/playground/delete", userActions::delete)
                .POST("/playground/react", userActions::react)
                .POST("/playground/press", userActions::pressButton)
                .POST("/playground/inline", userActions::queryInline)
                .POST("/playground/pick", userActions::chooseInlineResult)
                .POST("/playground/member", controls::member)
                .POST("/playground/settings", controls::set)
                .POST("/playground/fault", controls::fault)
                .POST("/playground/restart", controls::restart)
                .add(resources("/playground/page/**", FILES))
                .onError(
                        IllegalArgumentException.class,
                        (problem, _) -> UserActions.badRequest(problem))
                .onError(
                        IllegalStateException.class,
                        (problem, _) -> UserActions.badRequest(problem))
                .build();
    }
}
