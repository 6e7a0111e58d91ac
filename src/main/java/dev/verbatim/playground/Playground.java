package dev.verbatim.playground;

import dev.verbatim.playground.botapi.Account;
import dev.verbatim.playground.botapi.BotAccount;
import dev.verbatim.playground.botapi.BotApiServer;
import dev.verbatim.playground.botapi.FakeTelegram;
import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A simulated Telegram for one bot: an editor and three readers, their private chats with it, a
/// group that discusses the first article, and a forum. All of it is in memory.
public final class Playground implements AutoCloseable {

    private static final long BOT = 700_000;
    private static final int SECRET_BYTES = 26;
    private static final long EDITOR = 700_001;

    // A bot remembers the numbers of an earlier start, so they go on from start to start, as long
    // as fewer than four a second are used up; 31 bits last from 2020 to 2037.
    private static final long YEAR_2020 = 1_577_836_800;
    private static final int NUMBERS_A_SECOND = 4;

    private final FakeTelegram telegram;
    private final BotAccount bot;
    private final List<PersonAccount> users;
    private final BotApiServer server;
    private final PageEvents.History history = new PageEvents.History();
    private final SseBroadcaster sseBroadcaster = new SseBroadcaster();
    private volatile List<String> suggestions = List.of();
    private volatile Set<String> articleExtensions = Set.of();
    private volatile @Nullable DemoGroupChat demo;
    private volatile @Nullable Runnable restart;

    private Playground(
            FakeTelegram telegram, BotAccount bot, List<PersonAccount> users, BotApiServer server) {
        this.telegram = telegram;
        this.bot = bot;
        this.users = users;
        this.server = server;
    }

    /// Opens a playground with its Bot API server on a free port of this machine.
    public static Playground open(Clock clock) {
        long seconds = clock.instant().getEpochSecond() - YEAR_2020;
        int numbers = Math.toIntExact(seconds * NUMBERS_A_SECOND);
        var telegram = new FakeTelegram(clock, numbers);
        BotAccount bot = telegram.bot(newToken(), "verbatim_bot", "Verbatim");
        List<PersonAccount> users =
                List.of(
                        telegram.person(EDITOR, "Ada", "ada", "en"),
                        telegram.person(EDITOR + 1, "Ben", "ben", "en"),
                        telegram.person(EDITOR + 2, "Clara", null, "de"),
                        telegram.person(EDITOR + 3, "Дмитро", null, "uk"));
        try {
            BotApiServer server = BotApiServer.start(telegram, 0);
            var playground = new Playground(telegram, bot, users, server);
            playground.setUp();
            return playground;
        } catch (IOException e) {
            throw new UncheckedIOException("the playground's server can't be started", e);
        }
    }

    private static String newToken() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return BOT + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /// The address of the Bot API for the bot, without a slash at the end.
    public String apiAddress() {
        return server.address();
    }

    /// The bot's token there, which is another one at every start: a page that is open in a browser
    /// here can't guess it.
    public String token() {
        return bot.token();
    }

    /// The user id of the editor.
    public long editor() {
        return EDITOR;
    }

    /// Sets the questions that the page suggests, in this order.
    public void setSuggestions(List<String> questions) {
        suggestions = List.copyOf(questions);
        sseBroadcaster.broadcast(PageEvents.suggestions(suggestions));
    }

    /// Sets the extensions of the files that the bot takes as articles, without the dot.
    public void setArticleExtensions(Set<String> extensions) {
        articleExtensions = Set.copyOf(extensions);
    }

    /// Sets the action that restarts the bot, for the page's button.
    ///
    /// @param action returns when the bot runs again
    public void onRestart(Runnable action) {
        restart = action;
    }

    /// @throws IllegalArgumentException when no action is set
    void restart() {
        Runnable action = restart;
        if (action == null) {
            throw new IllegalArgumentException("This bot can't be restarted from here.");
        }
        action.run();
    }

    @Override
    public void close() {
        closePages();
        server.close();
    }

    /// Ends the pages' streams of events, and takes no more of them.
    void closePages() {
        sseBroadcaster.close();
    }

    FakeTelegram telegram() {
        return telegram;
    }

    BotAccount bot() {
        return bot;
    }

    List<PersonAccount> users() {
        return users;
    }

    PageEvents.History history() {
        return history;
    }

    SseBroadcaster sseBroadcaster() {
        return sseBroadcaster;
    }

    List<String> suggestions() {
        return suggestions;
    }

    Set<String> articleExtensions() {
        return articleExtensions;
    }

    /// The private chats of the four users, and all groups.
    List<SimulatedChat> chats() {
        List<SimulatedChat> chats = new ArrayList<>();
        users.forEach(person -> chats.add(person.chatWith(bot)));
        chats.addAll(telegram.groups());
        return chats;
    }

    /// The chat with this id.
    Optional<SimulatedChat> chat(long id) {
        Stream<SimulatedChat> privateChats = users.stream().map(person -> person.chatWith(bot));
        return privateChats.filter(chat -> chat.id() == id).findAny().or(() -> telegram.group(id));
    }

    /// The group that holds a conversation by itself.
    Optional<DemoGroupChat> demo() {
        return Optional.ofNullable(demo);
    }

    private void setUp() {
        telegram.observe(
                event -> {
                    history.record(event);
                    sseBroadcaster.broadcast(PageEvents.event(event));
                });
        PersonAccount editor = users.getFirst();
        SimulatedChat group = telegram.supergroup("Reading group", editor, others());
        // An administrator gets all messages; in the forum the bot gets only those addressed to it.
        group.promote(bot, editor);
        group.setUsername("reading_group");
        demo = new DemoGroupChat(group, users, bot, telegram);
        demo.start();
        SimulatedChat forum = telegram.forum("Newsroom", editor, others());
        forum.openTopic("Articles", editor);
        forum.openTopic("Coffee", editor);
    }

    private Account[] others() {
        return Stream.concat(users.stream().skip(1), Stream.of(bot)).toArray(Account[]::new);
    }
}
