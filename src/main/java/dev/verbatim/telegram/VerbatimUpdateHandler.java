package dev.verbatim.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.history.ArticleHistory;
import dev.verbatim.article.library.Library;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.telegram.answering.AnswerRatings;
import dev.verbatim.telegram.answering.GuestQueryHandler;
import dev.verbatim.telegram.answering.InlineQueryHandler;
import dev.verbatim.telegram.answering.QuestionHandler;
import dev.verbatim.telegram.archive.GroupMessageCollector;
import dev.verbatim.telegram.catchup.CatchupService;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.editors.AccessControl;
import dev.verbatim.telegram.editors.EditorCommands;
import dev.verbatim.telegram.editors.Editors;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.reply.CurrentBot;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.UpdateDecoder;
import dev.verbatim.telegram.update.UpdateReducer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.User;

/// The bot that answers questions about the articles: it decodes updates, and hands each to the
/// feature that replies to it. Thread-safe.
final class VerbatimUpdateHandler implements UpdateHandler {

    private static final Logger log = LoggerFactory.getLogger(VerbatimUpdateHandler.class);

    private final RequestDispatcher dispatcher;
    private final InlineQueryHandler inline;
    private final GuestQueryHandler guests;
    private final QuestionHandler questions;
    private final AnswerRatings ratings;
    private final CurrentBot currentBot;
    private final BotProfileSetup profile;
    private final Editors editors;
    private final EditorCommands editorCommands;
    private final BotStores stores;
    private final CatchupService catchups;
    private final GroupMessageCollector collector;
    private final Library library;
    private final ArticleHistory history;
    private final UpdateReducer reducer;
    private final AccessControl access;

    VerbatimUpdateHandler(
            ArticleServices services,
            BotStores stores,
            CatchupService catchups,
            EditorCommands editors) {
        var features = new Features(services, stores, catchups, editors);
        this.dispatcher = new RequestDispatcher(features, stores.settings);
        this.inline = features.inlineQueries();
        this.guests = features.guestQueries();
        this.questions = features.questions();
        this.ratings = features.ratings();
        this.currentBot = features.currentBot();
        this.editors = editors.editors();
        this.editorCommands = editors;
        this.profile = new BotProfileSetup(this.editors, stores.profile);
        this.access = editors.access();
        this.stores = stores;
        this.catchups = catchups;
        this.collector = new GroupMessageCollector(stores.archive, access::allowsChat);
        this.library = services.library();
        this.history = services.history();
        this.reducer =
                new UpdateReducer(author -> collector.mayStore(author.chatId(), author.authorId()));
    }

    /// Sends answers.
    QuestionHandler questions() {
        return questions;
    }

    @Override
    public void awaitReady() throws InterruptedException {
        library.awaitSettled();
    }

    /// When Telegram doesn't tell now, what it told last is right, too. When it has never told and
    /// says to wait, the number of the account is enough for all but mentions of the bot's name.
    @Override
    public boolean identify(BotApiGateway gateway) {
        ApiResult<User> told = currentBot.identify(gateway);
        if (told instanceof ApiResult.Delivered<User>) {
            stores.profile.putIdentity(gateway.bot(), currentBot.get());
            return true;
        }
        stores.profile
                .identity(gateway.bot())
                .or(() -> accountOf(gateway, told))
                .ifPresent(currentBot::recall);
        return false;
    }

    private static Optional<BotIdentity> accountOf(BotApiGateway gateway, ApiResult<User> told) {
        boolean isToldToWait =
                told instanceof ApiResult.Undelivered<User> later && !later.retryAfter().isZero();
        OptionalLong account = gateway.accountId();
        return isToldToWait && account.isPresent()
                ? Optional.of(BotIdentity.ofAccount(account.getAsLong()))
                : Optional.empty();
    }

    @Override
    public boolean isIdentified() {
        return !currentBot.get().equals(BotIdentity.UNKNOWN);
    }

    @Override
    public boolean publishProfile(BotApiGateway gateway) {
        return profile.publish(gateway);
    }

    @Override
    public DecodedUpdate decode(JsonNode update) throws JsonProcessingException {
        currentBot.learnName(update);
        DecodedUpdate decoded = decoder().decode(update);
        boolean mayBeOurs =
                decoded.incoming() instanceof Incoming.Ignored && UpdateDecoder.namesABot(update);
        return mayBeOurs && currentBot.refreshIfDue() ? decoder().decode(update) : decoded;
    }

    private UpdateDecoder decoder() {
        return new UpdateDecoder(currentBot.get(), editors::isEditor);
    }

    @Override
    public boolean mayStore(DecodedUpdate update) {
        if (update.incoming() instanceof Incoming.GuestAsked asked) {
            return mayAsk(asked);
        }
        boolean isForUs =
                switch (update.incoming()) {
                    case Incoming.Ignored _ -> false;
                    case Incoming.Posted posted -> isSource(posted);
                    case Incoming.Reacted reacted -> isToAnswer(reacted);
                    default -> true;
                };
        return isForUs
                || (collector.mayStore(update) && !access.isBlocked(update.envelope().chatId()));
    }

    @Override
    public JsonNode reduce(JsonNode update) {
        return reducer.reduce(update);
    }

    @Override
    public void handle(DecodedUpdate update, ReplyTransaction transaction) {
        try {
            collector.collect(update, transaction);
            reply(update, transaction);
        } catch (PassageRetriever.UnavailableException e) {
            throw new PostponedException(e);
        }
    }

    private void reply(DecodedUpdate update, ReplyTransaction transaction) {
        switch (update.incoming()) {
            case Incoming.Addressed addressed -> dispatcher.dispatch(addressed, transaction);
            case Incoming.InlineAsked asked
                    when access.allows(asked.personId(), asked.personId()) ->
                    inline.handle(asked, transaction);
            case Incoming.InlineAsked _ -> log.debug("an inline question of somebody refused");
            case Incoming.GuestAsked asked -> answer(asked, transaction);
            case Incoming.Joined joined -> greet(joined, transaction);
            case Incoming.Posted posted when isSource(posted) ->
                    editorCommands.file(posted, transaction);
            case Incoming.Posted posted ->
                    log.debug("chat {}: its channel is no source", posted.chatId());
            case Incoming.Reacted reacted
                    when access.allows(reacted.context().chatId(), reacted.context().personId()) ->
                    ratings.record(reacted, transaction);
            case Incoming.Reacted _ -> log.debug("a reaction of somebody refused");
            case Incoming.Removed(long chatId) ->
                    log.debug("chat {}: the bot is out, and those who keep rows are told", chatId);
            case Incoming.Ignored(var reason) ->
                    log.debug("update {} is ignored: {}", update.envelope().updateId(), reason);
        }
    }

    /// Nothing of the question is left when it is answered, in no file.
    private void answer(Incoming.GuestAsked asked, ReplyTransaction transaction) {
        transaction.write(_ -> stores.archive.eraseDeleted());
        if (mayAsk(asked)) {
            guests.handle(asked, transaction);
        }
    }

    /// Whoever is refused isn't told: the others of that chat have nothing to do with it.
    private boolean mayAsk(Incoming.GuestAsked asked) {
        return access.allows(asked.asker().chatId(), asked.asker().personId());
    }

    private boolean isSource(Incoming.Posted posted) {
        return stores.channelSources.isSource(posted.chatId())
                && access.allowsChat(posted.chatId());
    }

    /// Reactions to what others say are none of the bot's business.
    private boolean isToAnswer(Incoming.Reacted reacted) {
        MessageContext context = reacted.context();
        return stores.answers.findByMessage(context.chatId(), context.messageId()).isPresent();
    }

    /// Nothing is kept of it, nor of anything until an admin presses the button.
    private void greet(Incoming.Joined joined, ReplyTransaction transaction) {
        MessageContext context = joined.context();
        if (!access.allows(context.chatId(), context.personId())) {
            access.refuse(new Responder(context, ChatSettings.DEFAULT, transaction));
            return;
        }
        BotIdentity bot = currentBot.refresh(transaction);
        MessageCatalog messages = MessageCatalog.in(joined.context().language());
        ReplyMessage greeting = ArchivePanel.greeting(bot, joined.asAdmin(), messages);
        transaction.send(CallFactory.send(joined.context(), greeting));
    }

    @Override
    public void apologize(
            DecodedUpdate update, FailureReason reason, ReplyTransaction transaction) {
        if (update.incoming() instanceof Incoming.Addressed addressed
                && dispatcher.mayUse(addressed)) {
            dispatcher.reportFailure(addressed, reason, transaction);
        } else if (update.incoming() instanceof Incoming.GuestAsked asked && mayAsk(asked)) {
            guests.apologize(asked, reason, transaction);
        }
    }

    @Override
    public List<ApiCall.SendListener> sendListeners() {
        return Stream.concat(Stream.of(stores.answers), catchups.sendListeners().stream()).toList();
    }

    @Override
    public List<ChatData> chatData() {
        return Stream.concat(Features.chatData(stores, catchups).stream(), Stream.of(collector))
                .toList();
    }

    @Override
    public void purgeExpired() {
        currentBot.refreshLater();
        stores.purgeExpired();
        history.purgeExpired();
        access.purgeExpired();
        catchups.purgeExpired();
    }
}
