package dev.verbatim.telegram;

import static dev.verbatim.telegram.update.Command.ADD;
import static dev.verbatim.telegram.update.Command.ARTICLES;
import static dev.verbatim.telegram.update.Command.ASK;
import static dev.verbatim.telegram.update.Command.BLOCK;
import static dev.verbatim.telegram.update.Command.CATCHUP;
import static dev.verbatim.telegram.update.Command.CHECK;
import static dev.verbatim.telegram.update.Command.COMPARE;
import static dev.verbatim.telegram.update.Command.DIGEST;
import static dev.verbatim.telegram.update.Command.EDIT;
import static dev.verbatim.telegram.update.Command.EXPORT;
import static dev.verbatim.telegram.update.Command.FORGET;
import static dev.verbatim.telegram.update.Command.HELP;
import static dev.verbatim.telegram.update.Command.IMPORT;
import static dev.verbatim.telegram.update.Command.MAP;
import static dev.verbatim.telegram.update.Command.NEWS;
import static dev.verbatim.telegram.update.Command.OPTIN;
import static dev.verbatim.telegram.update.Command.OPTOUT;
import static dev.verbatim.telegram.update.Command.PRIVACY;
import static dev.verbatim.telegram.update.Command.RELOAD;
import static dev.verbatim.telegram.update.Command.REMOVE;
import static dev.verbatim.telegram.update.Command.REPLAY;
import static dev.verbatim.telegram.update.Command.SETTINGS;
import static dev.verbatim.telegram.update.Command.STATS;
import static dev.verbatim.telegram.update.Command.SUBSCRIBE;
import static dev.verbatim.telegram.update.Command.SUMMARY;
import static dev.verbatim.telegram.update.Command.UNBLOCK;
import static dev.verbatim.telegram.update.Command.UNSUBSCRIBE;
import static dev.verbatim.telegram.update.Command.WHY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.TextHash;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.editors.Editors;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
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
/// what it is for, in every language it speaks. It sets only what has changed since it was last
/// set, of which the store keeps a hash. What fails is in the gateway's log, and matters to nothing
/// else.
final class BotProfileSetup {

    private final Editors editors;
    private final BotProfileStore store;

    BotProfileSetup(Editors editors, BotProfileStore store) {
        this.editors = editors;
        this.store = store;
    }

    /// Commands, and who sees them.
    private record Menu(BotCommandScope scope, List<Command> commands) {}

    /// Sets what has changed. Stops at the first call that doesn't get through; one that Telegram
    /// refuses is passed over until the next time.
    ///
    /// @return whether all has been tried
    boolean publish(BotApiGateway gateway) {
        String bot = gateway.bot();
        Map<String, Long> published = store.hashes(bot);
        for (BotApiMethod<Boolean> method : methods()) {
            String setting = setting(method);
            long hash = TextHash.of(json(method).toString());
            if (!Objects.equals(published.get(setting), hash)) {
                ApiResult<Boolean> result =
                        gateway.call("setting the profile", BotApiGateway.NO_CHAT, method);
                if (result instanceof ApiResult.Undelivered) {
                    return false;
                }
                if (result instanceof ApiResult.Delivered) {
                    store.put(bot, setting, hash);
                }
            }
        }
        return true;
    }

    private static JsonNode json(BotApiMethod<Boolean> method) {
        return UpdateDecoder.JSON.valueToTree(method);
    }

    /// What a method sets: a text or a menu, for somebody, in some language.
    private static String setting(BotApiMethod<Boolean> method) {
        JsonNode json = json(method);
        return method.getMethod()
                + json.path("scope").path("type").asText()
                + json.path("scope").path("chat_id").asText()
                + json.path("language_code").asText();
    }

    private List<BotApiMethod<Boolean>> methods() {
        List<Menu> menus = menus();
        return MessageCatalog.languages().stream()
                .flatMap(language -> methods(menus, language))
                .toList();
    }

    private List<Menu> menus() {
        var everybody =
                Stream.of(
                        new Menu(
                                new BotCommandScopeDefault(),
                                List.of(ARTICLES, SUMMARY, NEWS, HELP)),
                        new Menu(
                                new BotCommandScopeAllPrivateChats(),
                                List.of(
                                        ARTICLES,
                                        SUMMARY,
                                        NEWS,
                                        CHECK,
                                        COMPARE,
                                        SUBSCRIBE,
                                        UNSUBSCRIBE,
                                        CATCHUP,
                                        MAP,
                                        SETTINGS,
                                        PRIVACY,
                                        HELP)),
                        new Menu(
                                new BotCommandScopeAllGroupChats(),
                                List.of(
                                        ASK, CHECK, COMPARE, CATCHUP, MAP, SUMMARY, NEWS, ARTICLES,
                                        OPTOUT, OPTIN, FORGET, PRIVACY, HELP)),
                        new Menu(
                                new BotCommandScopeAllChatAdministrators(),
                                List.of(
                                        ASK,
                                        CHECK,
                                        COMPARE,
                                        CATCHUP,
                                        MAP,
                                        SUMMARY,
                                        NEWS,
                                        ARTICLES,
                                        SUBSCRIBE,
                                        UNSUBSCRIBE,
                                        DIGEST,
                                        SETTINGS,
                                        OPTOUT,
                                        OPTIN,
                                        FORGET,
                                        EXPORT,
                                        IMPORT,
                                        PRIVACY,
                                        HELP)));
        return Stream.concat(everybody, editors.admins().stream().map(BotProfileSetup::menu))
                .toList();
    }

    private static Menu menu(long editor) {
        return new Menu(
                new BotCommandScopeChat(String.valueOf(editor)),
                List.of(
                        ARTICLES,
                        SUMMARY,
                        NEWS,
                        CHECK,
                        COMPARE,
                        SUBSCRIBE,
                        UNSUBSCRIBE,
                        CATCHUP,
                        ADD,
                        EDIT,
                        REMOVE,
                        RELOAD,
                        STATS,
                        WHY,
                        REPLAY,
                        BLOCK,
                        UNBLOCK,
                        SETTINGS,
                        PRIVACY,
                        HELP));
    }

    private static Stream<BotApiMethod<Boolean>> methods(List<Menu> menus, Locale language) {
        MessageCatalog messages = MessageCatalog.in(language);
        // Without a language code, the texts are for all languages that the bot doesn't speak.
        String code = language.equals(Locale.ENGLISH) ? null : language.getLanguage();
        Stream<BotApiMethod<Boolean>> texts =
                Stream.of(
                        SetMyDescription.builder()
                                .description(MessageKey.DESCRIPTION.in(messages))
                                .languageCode(code)
                                .build(),
                        SetMyShortDescription.builder()
                                .shortDescription(MessageKey.SHORT_DESCRIPTION.in(messages))
                                .languageCode(code)
                                .build());
        return Stream.concat(menus.stream().map(menu -> setCommands(menu, messages, code)), texts);
    }

    private static SetMyCommands setCommands(
            Menu menu, MessageCatalog messages, @Nullable String languageCode) {
        return SetMyCommands.builder()
                .scope(menu.scope())
                .languageCode(languageCode)
                .commands(
                        menu.commands().stream()
                                .map(
                                        command ->
                                                new BotCommand(
                                                        command.word(), said(command, messages)))
                                .toList())
                .build();
    }

    private static String said(Command command, MessageCatalog messages) {
        return MessageKey.valueOf("COMMAND_" + command.name()).in(messages);
    }
}
