package dev.verbatim.playground;

import dev.verbatim.playground.botapi.Account;
import dev.verbatim.playground.botapi.BotAccount;
import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
import dev.verbatim.playground.botapi.FaultInjector;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Handles the page's requests that no user of Telegram could make: faults, limits, memberships,
/// and chats as files.
final class SimulationControls {

    private final Playground playground;

    SimulationControls(Playground playground) {
        this.playground = playground;
    }

    ServerResponse fault(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        FaultInjector faults = playground.telegram().faults();
        String method = pageRequest.text("method");
        switch (pageRequest.text("when")) {
            case "next" -> faults.failNext(method, fault(pageRequest.text("fault")));
            case "always" -> faults.failAlways(method, fault(pageRequest.text("fault")));
            case "never" -> faults.clear();
            default -> throw new IllegalArgumentException("When: next, always or never?");
        }
        return UserActions.ok();
    }

    private static InjectedFault fault(String name) {
        return switch (name) {
            case "flood" -> InjectedFault.tooManyRequests(5);
            case "gateway" -> InjectedFault.badGateway();
            case "blocked" -> InjectedFault.blockedByUser();
            case "unauthorized" -> InjectedFault.unauthorized();
            case "restart" -> InjectedFault.restarting();
            case "conflict" -> InjectedFault.conflict();
            case "garbage" -> InjectedFault.malformedJson();
            case "portal" -> InjectedFault.captivePortal();
            case "reset" -> InjectedFault.connectionReset();
            case "dropped" -> InjectedFault.lostResponse();
            case "slow" -> InjectedFault.slow(Duration.ofSeconds(5));
            default -> throw new IllegalArgumentException("No such fault: " + name);
        };
    }

    ServerResponse set(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        BotAccount bot = playground.bot();
        boolean on = pageRequest.flag("on");
        switch (pageRequest.text("setting")) {
            case "privacy" -> bot.setPrivacyMode(on);
            case "rates" -> bot.setRateLimits(on);
            case "inline" -> bot.setInlineMode(on);
            case "guest" -> bot.setGuestMode(on);
            case "ephemeral" -> bot.setEphemeralMessages(on);
            case "rich" -> bot.setRichMessages(on);
            case "blocked" -> block(pageRequest.person(), on);
            default ->
                    throw new IllegalArgumentException(
                            "No such setting: " + pageRequest.text("setting"));
        }
        return UserActions.ok();
    }

    private void block(PersonAccount person, boolean on) {
        if (on) {
            person.block(playground.bot());
        } else {
            person.unblock(playground.bot());
        }
    }

    /// Responds when the bot runs again.
    ServerResponse restart(ServerRequest request) {
        playground.restart();
        return UserActions.ok();
    }

    ServerResponse member(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        PersonAccount by = pageRequest.person();
        SimulatedChat chat = pageRequest.chat();
        boolean isBot = pageRequest.id("who") == playground.bot().id();
        Account who = isBot ? playground.bot() : pageRequest.person("who");
        switch (pageRequest.text("act")) {
            case "add" -> chat.addMember(who, by);
            case "remove" -> chat.removeMember(who, by);
            case "promote" -> chat.promote(who, by);
            case "demote" -> chat.demote(who, by);
            case "mute" -> chat.restrict(who, by);
            default ->
                    throw new IllegalArgumentException("No such act: " + pageRequest.text("act"));
        }
        return UserActions.ok();
    }

    /// A chat as `result.json`, in the format of Telegram Desktop's export.
    ServerResponse exportChat(ServerRequest request) {
        byte[] json =
                DesktopExportWriter.of(PageRequest.ofQuery(playground, request).chat())
                        .toPrettyString()
                        .getBytes(StandardCharsets.UTF_8);
        return UserActions.attachment(new UploadedFile("result.json", "application/json", json));
    }

    /// Makes a group of a `result.json`.
    ServerResponse importChat(ServerRequest request) throws ServletException, IOException {
        SimulatedChat chat =
                new DesktopExportImporter(playground).importGroup(request.body(JsonNode.class));
        return UserActions.json(JsonNodeFactory.instance.objectNode().put("room", chat.id()));
    }
}
