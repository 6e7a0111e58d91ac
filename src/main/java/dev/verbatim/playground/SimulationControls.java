package dev.verbatim.playground;

import dev.verbatim.playground.botapi.Account;
import dev.verbatim.playground.botapi.Bot;
import dev.verbatim.playground.botapi.Fault;
import dev.verbatim.playground.botapi.Faults;
import dev.verbatim.playground.botapi.Person;
import dev.verbatim.playground.botapi.Room;

import jakarta.servlet.ServletException;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.time.Duration;

/// What only the maker of a world can do: faults, limits, and who is where.
final class SimulationControls {

    private final Playground playground;

    SimulationControls(Playground playground) {
        this.playground = playground;
    }

    ServerResponse fault(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        Faults faults = playground.world().faults();
        String method = pageRequest.text("method");
        switch (pageRequest.text("when")) {
            case "next" -> faults.next(method, fault(pageRequest.text("fault")));
            case "always" -> faults.always(method, fault(pageRequest.text("fault")));
            case "never" -> faults.heal();
            default -> throw new IllegalArgumentException("When: next, always or never?");
        }
        return UserActions.done();
    }

    private static Fault fault(String name) {
        return switch (name) {
            case "flood" -> Fault.flood(5);
            case "gateway" -> Fault.badGateway();
            case "blocked" -> Fault.blocked();
            case "unauthorized" -> Fault.unauthorized();
            case "restart" -> Fault.restart();
            case "conflict" -> Fault.conflict();
            case "garbage" -> Fault.garbage();
            case "portal" -> Fault.portal();
            case "reset" -> Fault.reset();
            case "dropped" -> Fault.dropped();
            case "slow" -> Fault.slow(Duration.ofSeconds(5));
            default -> throw new IllegalArgumentException("No such fault: " + name);
        };
    }

    ServerResponse set(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        Bot bot = playground.bot();
        boolean on = pageRequest.flag("on");
        switch (pageRequest.text("setting")) {
            case "privacy" -> bot.setPrivacyMode(on);
            case "rates" -> bot.setRates(on);
            case "inline" -> bot.setInlineMode(on);
            case "blocked" -> block(pageRequest.person(), on);
            default ->
                    throw new IllegalArgumentException(
                            "No such setting: " + pageRequest.text("setting"));
        }
        return UserActions.done();
    }

    private void block(Person person, boolean on) {
        if (on) {
            person.blocks(playground.bot());
        } else {
            person.unblocks(playground.bot());
        }
    }

    /// Comes back when the bot does.
    ServerResponse restart(ServerRequest request) {
        playground.restart();
        return UserActions.done();
    }

    ServerResponse member(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        Person by = pageRequest.person();
        Room room = pageRequest.room();
        long id = pageRequest.body().path("who").asLong(0);
        Account who =
                id == playground.bot().id() ? playground.bot() : PageRequest.person(playground, id);
        switch (pageRequest.text("act")) {
            case "add" -> room.admit(who, by);
            case "remove" -> room.remove(who, by);
            case "promote" -> room.promote(who, by);
            case "demote" -> room.demote(who, by);
            case "mute" -> room.mute(who, by);
            case "upgrade" -> room.upgrade();
            default ->
                    throw new IllegalArgumentException("No such act: " + pageRequest.text("act"));
        }
        return UserActions.done();
    }
}
