package dev.verbatim.telegram;

import static dev.verbatim.telegram.update.Command.ADD;
import static dev.verbatim.telegram.update.Command.ARTICLES;
import static dev.verbatim.telegram.update.Command.ASK;
import static dev.verbatim.telegram.update.Command.CATCHUP;
import static dev.verbatim.telegram.update.Command.DIGEST;
import static dev.verbatim.telegram.update.Command.EXPORT;
import static dev.verbatim.telegram.update.Command.FORGET;
import static dev.verbatim.telegram.update.Command.HELP;
import static dev.verbatim.telegram.update.Command.IMPORT;
import static dev.verbatim.telegram.update.Command.NEWS;
import static dev.verbatim.telegram.update.Command.OPTIN;
import static dev.verbatim.telegram.update.Command.OPTOUT;
import static dev.verbatim.telegram.update.Command.RELOAD;
import static dev.verbatim.telegram.update.Command.REMOVE;
import static dev.verbatim.telegram.update.Command.SETTINGS;
import static dev.verbatim.telegram.update.Command.STATS;
import static dev.verbatim.telegram.update.Command.SUMMARY;
import static dev.verbatim.telegram.update.Command.WHY;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.editors.Editors;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.update.Command;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/// A publisher of what Telegram's apps show of the bot before a user has asked: its commands and
/// what it is for, in every language it speaks. What fails is in the gateway's log, and matters to
/// nothing else.
final class BotProfileSetup {

    private final Editors editors;

    BotProfileSetup(Editors editors) {
        this.editors = editors;
    }

    /// Commands, and who sees them.
    private record Menu(BotCommandScope scope, List<Command> commands) {}

    void publish(BotApiGateway gateway) {
        List<Menu> menus = menus();
        for (Locale language : MessageCatalog.languages()) {
            publish(gateway, menus, language);
        }
    }

    private List<Menu> menus() {
        var everybody =
                Stream.of(
                        new Menu(
                                new BotCommandScopeDefault(),
                                List.of(ARTICLES, SUMMARY, NEWS, HELP)),
                        new Menu(
                                new BotCommandScopeAllPrivateChats(),
                                List.of(ARTICLES, SUMMARY, NEWS, CATCHUP, SETTINGS, HELP)),
                        new Menu(
                                new BotCommandScopeAllGroupChats(),
                                List.of(
                                        ASK, CATCHUP, SUMMARY, NEWS, ARTICLES, OPTOUT, OPTIN,
                                        FORGET, HELP)),
                        new Menu(
                                new BotCommandScopeAllChatAdministrators(),
                                List.of(
                                        ASK, CATCHUP, SUMMARY, NEWS, ARTICLES, DIGEST, SETTINGS,
                                        OPTOUT, OPTIN, FORGET, EXPORT, IMPORT, HELP)));
        return Stream.concat(everybody, editors.admins().stream().map(BotProfileSetup::menu))
                .toList();
    }

    private static Menu menu(long editor) {
        return new Menu(
                new BotCommandScopeChat(String.valueOf(editor)),
                List.of(
                        ARTICLES, SUMMARY, NEWS, CATCHUP, ADD, REMOVE, RELOAD, STATS, WHY, SETTINGS,
                        HELP));
    }

    private static void publish(BotApiGateway gateway, List<Menu> menus, Locale language) {
        MessageCatalog messages = MessageCatalog.in(language);
        // Without a language code, the texts are for all languages that the bot doesn't speak.
        String code = language.equals(Locale.ENGLISH) ? null : language.getLanguage();
        menus.forEach(menu -> set(gateway, menu, messages, code));
        gateway.call(
                "setting the description",
                BotApiGateway.NO_CHAT,
                SetMyDescription.builder()
                        .description(MessageKey.DESCRIPTION.in(messages))
                        .languageCode(code)
                        .build());
        gateway.call(
                "setting the short description",
                BotApiGateway.NO_CHAT,
                SetMyShortDescription.builder()
                        .shortDescription(MessageKey.SHORT_DESCRIPTION.in(messages))
                        .languageCode(code)
                        .build());
    }

    private static void set(
            BotApiGateway gateway,
            Menu menu,
            MessageCatalog messages,
            @Nullable String languageCode) {
        gateway.call(
                "setting the commands",
                BotApiGateway.NO_CHAT,
                SetMyCommands.builder()
                        .scope(menu.scope())
                        .languageCode(languageCode)
                        .commands(
                                menu.commands().stream()
                                        .map(
                                                command ->
                                                        new BotCommand(
                                                                command.word(),
                                                                said(command, messages)))
                                        .toList())
                        .build());
    }

    private static String said(Command command, MessageCatalog messages) {
        return MessageKey.valueOf("COMMAND_" + command.name()).in(messages);
    }
}
