package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.answer.NonQuestionIntent;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.answering.AnswerCallbackHandler;
import dev.verbatim.telegram.answering.PassageLinkHandler;
import dev.verbatim.telegram.answering.QuestionHandler;
import dev.verbatim.telegram.archive.ArchiveCommands;
import dev.verbatim.telegram.catchup.CatchupCommands;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.FailureReason;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.editors.EditorCommands;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.settings.SettingsHandler;
import dev.verbatim.telegram.summaries.SummaryHandler;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.util.List;
import java.util.Optional;

/// Replies to what comes in. Thread-safe, and without a memory of its own: what a reply needs comes
/// with what it replies to, or is in the store.
final class CommandDispatcher {

    private final QuestionHandler questionHandler;
    private final AnswerCallbackHandler presses;
    private final PassageLinkHandler links;
    private final EditorCommands editorCommands;
    private final SettingsHandler settings;
    private final CatchupCommands catchupCommands;
    private final ArchiveCommands archive;
    private final SummaryHandler summaries;
    private final Library library;

    CommandDispatcher(
            QuestionHandler questionHandler,
            AnswerCallbackHandler presses,
            PassageLinkHandler links,
            EditorCommands editorCommands,
            SettingsHandler settings,
            CatchupCommands catchupCommands,
            ArchiveCommands archive,
            SummaryHandler summaries,
            Library library) {
        this.questionHandler = questionHandler;
        this.presses = presses;
        this.links = links;
        this.editorCommands = editorCommands;
        this.settings = settings;
        this.catchupCommands = catchupCommands;
        this.archive = archive;
        this.summaries = summaries;
        this.library = library;
    }

    /// Says the reply into the turn.
    void reply(Incoming.Addressed incoming, ReplyTransaction transaction) {
        switch (incoming) {
            case Incoming.Asked asked -> answer(asked, transaction);
            case Incoming.Edited edited -> answerAnew(edited, transaction);
            case Incoming.Commanded commanded -> command(commanded, transaction);
            case Incoming.Chatted(var context) ->
                    remark(context, NonQuestionIntent.NO_WORDS, transaction);
            case Incoming.Uploaded uploaded -> take(uploaded, transaction);
            case Incoming.Exported exported -> take(exported, transaction);
            case Incoming.Forwarded forwarded -> take(forwarded, transaction);
            case Incoming.Pressed pressed -> press(pressed, transaction);
        }
    }

    /// Says why there is no reply, or none yet.
    void excuse(Incoming.Addressed incoming, FailureReason why, ReplyTransaction transaction) {
        transaction.say(excuse(incoming.context(), why));
    }

    private ApiCall excuse(MessageContext context, FailureReason why) {
        MessageKey messageKey =
                switch (why) {
                    case FAILED -> MessageKey.FAILED;
                    case MISSED -> MessageKey.AWAY;
                    case TOO_FAST -> MessageKey.SLOW_DOWN;
                };
        return CallFactory.send(
                context, ReplyMessage.of(messageKey.in(settings.of(context).catalogFor(context))));
    }

    private void answer(Incoming.Asked asked, ReplyTransaction transaction) {
        MessageContext context = asked.context();
        questionHandler.answer(
                asked, settings.of(context), excuse(context, FailureReason.FAILED), transaction);
    }

    private void answerAnew(Incoming.Edited edited, ReplyTransaction transaction) {
        MessageContext context = edited.context();
        questionHandler.answerAnew(
                edited, settings.of(context), excuse(context, FailureReason.FAILED), transaction);
    }

    private void take(Incoming.Uploaded uploaded, ReplyTransaction transaction) {
        MessageContext context = uploaded.context();
        MessageCatalog messages = settings.of(context).catalogFor(context);
        transaction.say(
                CallFactory.reply(context, editorCommands.take(uploaded, messages, transaction)));
    }

    private void take(Incoming.Exported exported, ReplyTransaction transaction) {
        MessageContext context = exported.context();
        MessageCatalog messages = settings.of(context).catalogFor(context);
        say(context, archive.take(exported, messages, transaction), transaction);
    }

    private void take(Incoming.Forwarded message, ReplyTransaction transaction) {
        MessageContext context = message.context();
        MessageCatalog messages = settings.of(context).catalogFor(context);
        editorCommands
                .take(message, messages, transaction)
                .ifPresentOrElse(
                        reply -> transaction.say(CallFactory.reply(context, reply)),
                        () ->
                                answer(
                                        new Incoming.Asked(context, message.text(), null),
                                        transaction));
    }

    private void command(Incoming.Commanded commanded, ReplyTransaction transaction) {
        MessageContext context = commanded.context();
        MessageCatalog messages = settings.of(context).catalogFor(context);
        switch (commanded.command()) {
            case START -> start(commanded, transaction);
            case HELP -> say(context, help(context, messages), transaction);
            case ARTICLES -> say(context, articles(0, context), transaction);
            case STATS -> say(context, editorCommands.statistics(context, messages), transaction);
            case WHY -> say(context, editorCommands.why(commanded, messages), transaction);
            case ADD ->
                    say(context, editorCommands.add(commanded, messages, transaction), transaction);
            case REMOVE ->
                    say(
                            context,
                            editorCommands.remove(commanded, messages, transaction),
                            transaction);
            case RELOAD -> say(context, editorCommands.reload(context, messages), transaction);
            case ASK ->
                    say(context, ReplyMessage.of(MessageKey.ASK_USAGE.in(messages)), transaction);
            case SUMMARY ->
                    say(context, summaries.summary(commanded, settings.of(context)), transaction);
            case NEWS ->
                    say(context, summaries.news(0, context, settings.of(context)), transaction);
            case SETTINGS -> settings.open(context, transaction);
            case CATCHUP, DIGEST -> catchupCommands.command(commanded, messages, transaction);
            case OPTOUT ->
                    say(context, archive.optOut(context, messages, transaction), transaction);
            case OPTIN -> say(context, archive.optIn(context, messages, transaction), transaction);
            case FORGET ->
                    say(context, archive.forget(commanded, messages, transaction), transaction);
            case EXPORT ->
                    say(context, archive.export(context, messages, transaction), transaction);
            case IMPORT ->
                    say(
                            context,
                            ReplyMessage.of(MessageKey.IMPORT_USAGE.in(messages)),
                            transaction);
            case UNKNOWN -> remark(context, NonQuestionIntent.UNKNOWN_COMMAND, transaction);
        }
    }

    private static ReplyMessage help(MessageContext context, MessageCatalog messages) {
        String help = MessageKey.HELP.in(messages);
        return ReplyMessage.of(
                context.kind().isGroup()
                        ? help + "\n\n" + MessageKey.HELP_GROUP.in(messages)
                        : help);
    }

    /// A link that takes us into a group sends the command by itself: the group is greeted already.
    private void start(Incoming.Commanded commanded, ReplyTransaction transaction) {
        MessageContext context = commanded.context();
        Optional<PassageReference> place = PassageReference.decode(commanded.payload().strip());
        if (catchupCommands.open(
                commanded, settings.of(context).catalogFor(context), transaction)) {
            return;
        }
        if (place.isPresent()) {
            links.open(context, place.get(), settings.of(context), transaction);
        } else if (!context.kind().isGroup() || commanded.payload().isBlank()) {
            say(
                    context,
                    ReplyMessage.of(MessageKey.START.in(settings.of(context).catalogFor(context))),
                    transaction);
        }
    }

    private void press(Incoming.Pressed pressed, ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        ChatSettings wished = settings.of(context);
        MessageCatalog messages = wished.catalogFor(context);
        switch (pressed.callback()) {
            case CallbackData.ShowNearest() -> presses.nearest(pressed, wished, transaction);
            case CallbackData.AnswerCallback wanted ->
                    presses.press(pressed, wanted, wished, transaction);
            case CallbackData.ConfirmationCallback wanted ->
                    editorCommands.press(pressed, wanted, messages, transaction);
            case CallbackData.ImportCallback wanted ->
                    archive.press(pressed, wanted, messages, transaction);
            case CallbackData.ArticlesPage(int page) -> {
                CallFactory.acknowledge(pressed, "", transaction);
                transaction.say(CallFactory.edit(context, articles(page, context)));
            }
            case CallbackData.SummaryCallback wanted ->
                    summaries.press(pressed, wanted, wished, transaction);
            case CallbackData.Settings(var choice) -> settings.press(pressed, choice, transaction);
            case CallbackData.Catchup(var choice) ->
                    catchupCommands.press(pressed, choice, messages, transaction);
            case CallbackData.Unknown() ->
                    CallFactory.acknowledge(
                            pressed, MessageKey.BUTTON_LOST.in(messages), transaction);
        }
    }

    /// In a group, where others write meanwhile, as a reply.
    private static void say(
            MessageContext context, ReplyMessage reply, ReplyTransaction transaction) {
        transaction.say(
                context.kind().isGroup()
                        ? CallFactory.reply(context, reply)
                        : CallFactory.send(context, reply));
    }

    /// Those that the chat is answered from.
    private ReplyMessage articles(int page, MessageContext context) {
        ChatSettings wished = settings.of(context);
        List<ArticleInfo> listings =
                library.articles().stream()
                        .filter(articleInfo -> wished.includes(articleInfo.articleId()))
                        .toList();
        return new ArticleListView(listings).reply(page, wished.catalogFor(context));
    }

    private void remark(
            MessageContext context, NonQuestionIntent intent, ReplyTransaction transaction) {
        say(
                context,
                ReplyMessage.of(settings.of(context).catalogFor(context).to(intent)),
                transaction);
    }
}
