package dev.verbatim.telegram;

import dev.verbatim.answer.Wording;
import dev.verbatim.telegram.delivery.Gateway;
import java.util.List;
import java.util.Locale;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/// Tells Telegram what its apps show of the bot before anybody has asked: its commands and what it
/// is for. What fails is in the gateway's log, and matters to nothing else.
final class Introduction {

    private final Gateway gateway;
    private final Wording wording = Wording.in(Locale.ENGLISH);

    Introduction(Gateway gateway) {
        this.gateway = gateway;
    }

    void make() {
        gateway.call("setting the commands", Gateway.NO_CHAT, commands());
        gateway.call(
                "setting the description",
                Gateway.NO_CHAT,
                SetMyDescription.builder().description(Phrase.DESCRIPTION.in(wording)).build());
        gateway.call(
                "setting the short description",
                Gateway.NO_CHAT,
                SetMyShortDescription.builder()
                        .shortDescription(Phrase.SHORT_DESCRIPTION.in(wording))
                        .build());
    }

    private SetMyCommands commands() {
        return SetMyCommands.builder()
                .commands(
                        List.of(
                                command(Command.ARTICLES, Phrase.COMMAND_ARTICLES),
                                command(Command.HELP, Phrase.COMMAND_HELP)))
                .build();
    }

    private BotCommand command(Command command, Phrase description) {
        return new BotCommand(command.word(), description.in(wording));
    }
}
