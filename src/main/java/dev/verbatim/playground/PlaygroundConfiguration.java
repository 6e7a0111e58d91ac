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
public class PlaygroundConfiguration {

    private static final ClassPathResource FILES =
            new ClassPathResource("dev/verbatim/playground/page/");

    /// Before everything that this machine serves, health included.
    @Bean
    FilterRegistrationBean<LoopbackOnlyFilter> playgroundGuard() {
        return new FilterRegistrationBean<>(new LoopbackOnlyFilter());
    }

    @Bean
    RouterFunction<ServerResponse> playgroundPage(Playground playground) {
        var userActions = new UserActions(playground);
        var settings = new SimulationControls(playground);
        var conversationFiles = new ConversationFiles(playground);
        return route().GET("/", _ -> ServerResponse.ok().body(FILES.createRelative("index.html")))
                .GET("/playground/state", _ -> UserActions.json(PageEvents.state(playground)))
                .GET(
                        "/playground/events",
                        _ -> ServerResponse.sse(playground.sseBroadcaster()::subscribe))
                .GET("/playground/commands", userActions::commands)
                .GET("/playground/file", userActions::file)
                .GET("/playground/export", conversationFiles::export)
                .POST("/playground/import", conversationFiles::importExport)
                .POST("/playground/upload", userActions::upload)
                .POST("/playground/write", userActions::send)
                .POST("/playground/edit", userActions::edit)
                .POST("/playground/delete", userActions::delete)
                .POST("/playground/react", userActions::react)
                .POST("/playground/press", userActions::pressButton)
                .POST("/playground/inline", userActions::queryInline)
                .POST("/playground/pick", userActions::chooseInlineResult)
                .POST("/playground/member", settings::member)
                .POST("/playground/settings", settings::set)
                .POST("/playground/fault", settings::fault)
                .POST("/playground/restart", settings::restart)
                .add(resources("/playground/page/**", FILES))
                .onError(
                        IllegalArgumentException.class,
                        (problem, _) -> UserActions.badRequest(problem))
                .onError(IllegalStateException.class, (problem, _) -> UserActions.badRequest(problem))
                .build();
    }
}
