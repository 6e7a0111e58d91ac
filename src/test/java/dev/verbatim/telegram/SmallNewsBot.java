package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;

import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A running bot that serves a few small articles, over real HTTP.
final class SmallNewsBot implements AutoCloseable {

    static final long GROUP = -5;
    static final String OPENED = "The town of Seaham opened its new harbour on Monday.";
    static final String BOATS = "Forty fishing boats sailed into the basin at noon.";
    static final String SAID = "“The boats will come back,” said Mayor Jane Doe.";
    static final String READY = "“We are ready for all of them,” she said.";
    static final String COST = "The council spent nine million pounds on stone alone.";

    static final Article HARBOUR =
            article("harbour", "A harbour for Seaham", OPENED, BOATS, SAID, READY, COST);
    static final Article GULLS =
            article(
                    "gulls",
                    "Gulls over Dalton",
                    "Thousands of gulls nest above the roofs of Dalton.");

    final TelegramDriver server = RunningBot.server();
    final AnsweringBot bot;

    SmallNewsBot(Path data) throws IOException {
        this(data, Clock.systemUTC());
    }

    /// @param clock by which stored data expires
    SmallNewsBot(Path data, Clock clock) throws IOException {
        this(server -> AnsweringBot.with(server, data, clock));
    }

    private SmallNewsBot(Function<TelegramDriver, AnsweringBot> start) throws IOException {
        server.group(GROUP, "Sailors");
        bot = start.apply(server);
        serve(HARBOUR);
    }

    /// One that sends rich messages.
    static SmallNewsBot withRichMessages(Path data) throws IOException {
        return new SmallNewsBot(
                server -> AnsweringBot.withRichMessages(server, data, Clock.systemUTC()));
    }

    /// Serves these articles only.
    void serve(Article... articles) {
        for (Article article : articles) {
            bot.history.record(
                    new ContentChange.Published(article),
                    id -> Optional.ofNullable(bot.articles.get(id)));
        }
        bot.articles = Arrays.stream(articles).collect(Collectors.toMap(Article::id, one -> one));
        bot.listings = Arrays.stream(articles).map(SmallNewsBot::listing).toList();
    }

    @Override
    public void close() {
        bot.close();
        server.close();
    }

    private static ArticleInfo listing(Article article) {
        return new ArticleInfo(article.id(), article.publication(), article.paragraphs().size());
    }

    static Article article(String id, String title, String... paragraphs) {
        List<TextSpan> places = new ArrayList<>();
        int start = 0;
        for (String paragraph : paragraphs) {
            places.add(new TextSpan(start, start + paragraph.length()));
            start += paragraph.length() + 2;
        }
        var publication =
                new Publication(
                        title,
                        "The Herald",
                        null,
                        LocalDate.of(2022, 10, 12),
                        URI.create("https://example.org/" + id),
                        Locale.ENGLISH,
                        null);
        return new ArticleReader().read(id, publication, String.join("\n\n", paragraphs), places);
    }

    /// Writes to the bot, and returns the call of its reply.
    MethodCall ask(long person, String words) {
        int before = server.sendCalls(person).size();
        server.write(person, words);
        awaitUntilSentTo(person, before + 1);
        return server.sendCalls(person).getLast();
    }

    /// Ann presses the button with this label.
    void press(MethodCall message, String label) {
        server.pressButton(
                ANN,
                server.messageOf(message),
                message.button(label).path("callback_data").asString());
    }

    /// The bot's edit with this number, from 1, as soon as it is there.
    MethodCall edit(int number) {
        awaitUntil(() -> server.calls("editMessageText").size() >= number);
        return server.calls("editMessageText").get(number - 1);
    }

    void awaitUntilSentTo(long chat, int messages) {
        awaitUntil(() -> server.sendCalls(chat).size() >= messages);
    }

    static List<String> marked(MethodCall call, String type) {
        return call.parameters()
                .path("entities")
                .valueStream()
                .filter(entity -> entity.path("type").asString("").equals(type))
                .map(entity -> words(call, entity))
                .toList();
    }

    private static String words(MethodCall call, JsonNode entity) {
        int offset = entity.path("offset").asInt();
        return call.text().substring(offset, offset + entity.path("length").asInt());
    }

    static List<String> links(MethodCall call) {
        return call.parameters()
                .path("entities")
                .valueStream()
                .map(entity -> entity.path("url").asString(""))
                .filter(url -> !url.isEmpty())
                .toList();
    }
}
