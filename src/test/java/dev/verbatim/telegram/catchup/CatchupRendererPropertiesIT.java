package dev.verbatim.telegram.catchup;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.TextSpan;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.property.AwkwardText;
import dev.verbatim.property.RandomSource;
import dev.verbatim.telegram.MarkedText;
import dev.verbatim.telegram.NatoArticle;
import dev.verbatim.telegram.chat.GroupLookup.MessageLinks;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.CatchupCallback.CatchupPart;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.Layout.Part;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.text.BreakIterator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whatever a group has said, and whoever they are: what is shown is theirs, word for word, and
/// leads to the message.
@Execution(ExecutionMode.CONCURRENT)
class CatchupRendererPropertiesIT {

    private static final List<String> AWKWARD =
            AwkwardText.partsAnd("https://example.org", ", 14:02: “");

    private static final Pattern TIME = Pattern.compile("(?:\\w+ \\d+ )?\\d\\d:\\d\\d");
    private static final String QUOTE = ": ";
    private static final String CUT = "[…]";
    private static final int PAGES = 60;

    /// A catch-up and where it is read.
    record Case(Catchup catchup, CatchupRenderer.Context scene, List<ChatMessage> messages) {

        CatchupRenderer renderer() {
            return new CatchupRenderer(catchup, scene);
        }

        /// Every page that a reader can come to by its buttons.
        List<ReplyMessage> pages() {
            var renderer = renderer();
            List<ReplyMessage> pages = new ArrayList<>();
            pages.add(renderer.reply());
            for (int page = 0; page < pages.size() && pages.size() < PAGES; page++) {
                pages.get(page).buttons().stream()
                        .map(ReplyMessage.Button::action)
                        .flatMap(Case::opened)
                        .filter(one -> one.part() != CatchupPart.OVERVIEW)
                        .map(one -> renderer.page(one.part(), one.number()))
                        .filter(reply -> !pages.contains(reply))
                        .forEach(pages::add);
            }
            return pages;
        }

        private static Stream<CatchupCallback.ShowPage> opened(ReplyMessage.Action action) {
            return action instanceof CatchupCallback.ShowPage page
                    ? Stream.of(page)
                    : Stream.empty();
        }

        Map<String, ChatMessage> byAddress() {
            return messages.stream()
                    .filter(message -> scene.links().to(message).isPresent())
                    .collect(
                            Collectors.toMap(
                                    message -> scene.links().to(message).orElseThrow(),
                                    Function.identity()));
        }
    }

    @Test
    void everyQuotationIsAPartOfItsMessageAfterItsAuthor() {
        forAll(
                3000,
                CatchupRendererPropertiesIT::linked,
                one -> {
                    Map<String, ChatMessage> byAddress = one.byAddress();

                    for (ReplyMessage page : one.pages()) {
                        for (TextEntity textEntity : page.entities()) {
                            if (textEntity instanceof TextEntity.Link(var place, var url)
                                    && byAddress.containsKey(url)) {
                                ChatMessage message = byAddress.get(url);
                                isAfterItsAuthor(page, place, message);
                                isQuotedRightly(
                                        page.text().substring(place.end()),
                                        message,
                                        one.catchup().keySentence(message));
                            }
                        }
                    }
                });
    }

    private static void isAfterItsAuthor(ReplyMessage page, TextSpan place, ChatMessage message) {
        String name = CatchupLines.name(message.author());

        assertThat(place.of(page.text())).matches(TIME);
        assertThat(page.text().substring(0, place.start()))
                .matches(
                        before ->
                                before.endsWith(name + ", ") || before.endsWith(name + "\u2069, "));
    }

    private static void isQuotedRightly(String behind, ChatMessage message, String sentence) {
        if (!behind.startsWith(QUOTE)) {
            return; // who shared a link, or decided otherwise later
        }
        String quote = behind.substring(QUOTE.length());
        String whole = message.text().strip();
        boolean cut = quote.startsWith(CUT + " ");
        String said = cut ? quote.substring(CUT.length() + 1) : quote;
        String from = whole.substring(cut ? whole.indexOf(sentence.strip()) : 0);
        assertThat(ends(said, from))
                .as("%s in %s", said, whole)
                .anyMatch(end -> isWhole(end, from) || isCutWell(from, end));
    }

    /// Where the words of a quotation may end in the text that it is from.
    private static List<Integer> ends(String said, String from) {
        String plain = said.startsWith("\u2068") ? said.substring(1) : said;
        return IntStream.rangeClosed(1, Math.min(from.length(), plain.length()))
                .filter(end -> isQuotation(plain, from.substring(0, end), isWhole(end, from)))
                .boxed()
                .toList();
    }

    private static boolean isWhole(int end, String from) {
        return end == from.length();
    }

    private static boolean isQuotation(String said, String words, boolean whole) {
        String marked = marked(words);
        if (!said.startsWith(marked)) {
            return false;
        }
        String behind = said.substring(marked.length()).replaceFirst("^\u2069", "");
        String rest = whole ? behind : behind.replaceFirst("^ \\[…]", "");
        return (whole || !rest.equals(behind)) && (rest.isEmpty() || rest.startsWith("\n"));
    }

    /// Words in marks, which aren't doubled where the words have their own.
    private static String marked(String words) {
        boolean opened = "\"“”„‟«»〝〞〟『』「」＂".contains(words.substring(0, 1));
        boolean closed = "\"“”„‟«»〝〞〟『』「」＂".contains(words.substring(words.length() - 1));
        if (opened && closed) {
            return words;
        }
        return opened || closed ? "‘" + words + "’" : "“" + words + "”";
    }

    @Test
    void whatALineQuotesIsMarkedWithoutItsMarks() {
        forAll(
                1000,
                CatchupRendererPropertiesIT::any,
                one -> {
                    for (ReplyMessage page : one.pages()) {
                        for (Part part : page.layout().parts()) {
                            if (part.quoted() != null) {
                                String words = part.quoted().words().of(page.text());
                                assertThat(part.span().contains(part.quoted().words())).isTrue();
                                assertThat(sources(one))
                                        .as(words)
                                        .anyMatch(text -> text.contains(words));
                                assertThat(page.text().substring(part.quoted().start()))
                                        .startsWith(": ");
                            }
                        }
                    }
                });
    }

    private static List<String> sources(Case one) {
        return Stream.concat(
                        one.messages().stream().map(ChatMessage::text),
                        Stream.of(NatoArticle.PASSAGE.text()))
                .toList();
    }

    @Test
    void nothingInAQuotationCallsAnybody() {
        forAll(
                1000,
                CatchupRendererPropertiesIT::any,
                one -> {
                    for (ReplyMessage page : one.pages()) {
                        Matcher call = CALL.matcher(page.text());
                        while (call.find()) {
                            int at = call.start();
                            assertThat(page.entities())
                                    .anyMatch(entity -> isOpaque(entity) && covers(entity, at));
                        }
                    }
                });
    }

    // Where the server would see a name or a command.
    private static final Pattern CALL = Pattern.compile("(?<![\\p{L}\\p{N}_/@])[@/][A-Za-z]\\w++");

    private static boolean isOpaque(TextEntity entity) {
        return entity instanceof TextEntity.Code || entity instanceof TextEntity.Link;
    }

    private static boolean covers(TextEntity entity, int at) {
        return entity.span().start() <= at && at < entity.span().end();
    }

    /// Before a blank, or at least not inside what a reader sees as one character; unless that
    /// alone is longer than a quotation.
    private static boolean isCutWell(String text, int at) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return Character.isWhitespace(text.charAt(at))
                || characters.isBoundary(at)
                || (characters.preceding(at) == 0 && AwkwardText.isBetweenCharacters(text, at));
    }

    @Test
    void everyPageIsWithinTelegramsLimits() {
        forAll(
                3000,
                CatchupRendererPropertiesIT::any,
                one -> {
                    for (ReplyMessage page : one.pages()) {
                        assertThat(page.text().length()).isBetween(1, ReplyMessage.MAX_LENGTH);
                        assertThat(page.entities()).hasSizeLessThanOrEqualTo(100);
                        assertThat(page.entities())
                                .allMatch(
                                        textEntity ->
                                                MarkedText.isBetweenCharacters(textEntity, page));
                        assertThat(page.buttons()).hasSizeLessThanOrEqualTo(100);
                        assertThat(page.buttons())
                                .allMatch(button -> !button.label().isBlank())
                                .allMatch(CatchupRendererPropertiesIT::isReadAgain);
                    }
                });
    }

    private static boolean isReadAgain(ReplyMessage.Button button) {
        return button.action() instanceof CallbackData callback
                && callback.encode().length() <= 64
                && CallbackData.parse(callback.encode()).equals(callback);
    }

    @Test
    void everyFindingIsOnSomePage() {
        forAll(
                2000,
                CatchupRendererPropertiesIT::linked,
                one -> {
                    Set<String> led =
                            one.pages().stream()
                                    .flatMap(page -> MarkedText.urls(page).stream())
                                    .collect(Collectors.toSet());

                    assertThat(led).containsAll(shown(one.catchup(), one.scene()));
                });
    }

    private static Set<String> shown(Catchup catchup, CatchupRenderer.Context scene) {
        return Stream.of(
                        scene.personal() ? catchup.forReader() : List.<ChatMessage>of(),
                        catchup.decisions(),
                        catchup.actions(),
                        catchup.topics().stream().flatMap(one -> one.quotes().stream()).toList(),
                        catchup.links().stream().map(Catchup.SharedLink::message).toList())
                .flatMap(List::stream)
                .map(message -> scene.links().to(message).orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void messagesWithoutAddressHaveAButton() {
        forAll(
                2000,
                CatchupRendererPropertiesIT::small,
                one -> {
                    for (ReplyMessage page : one.pages()) {
                        assertThat(page.entities())
                                .filteredOn(TextEntity.Link.class::isInstance)
                                .noneMatch(link -> ((TextEntity.Link) link).url().contains("t.me"));
                        assertThat(jumps(page)).isEqualTo(numbers(page, one));
                    }
                });
    }

    private static Set<Integer> jumps(ReplyMessage page) {
        return page.buttons().stream()
                .filter(button -> isJump(button.action()))
                .map(button -> Integer.parseInt(button.label()))
                .collect(Collectors.toSet());
    }

    private static boolean isJump(ReplyMessage.Action action) {
        return action instanceof CatchupCallback.JumpToMessage;
    }

    private static Set<Integer> numbers(ReplyMessage page, Case one) {
        var lines =
                new CatchupLines(
                        one.catchup().withEachMessageOnce(one.scene().personal()), one.scene());
        return one.messages().stream()
                .map(lines::number)
                .filter(number -> stands(number, page))
                .map(number -> Integer.valueOf(number.replaceAll("\\D", "")))
                .collect(Collectors.toSet());
    }

    private static boolean stands(String before, ReplyMessage page) {
        return !before.isEmpty()
                && Stream.of("• ", "→ ", "  ")
                        .map(mark -> mark + before)
                        .anyMatch(line -> ("\n" + page.text()).contains("\n" + line));
    }

    private static Case linked(RandomSource random) {
        return cases(
                random,
                random.oneOf(
                        new MessageLinks(-1_001_234L, ChatKind.SUPERGROUP, null),
                        new MessageLinks(-1_001_234L, ChatKind.SUPERGROUP, "readers")));
    }

    private static Case small(RandomSource random) {
        Case one = cases(random, new MessageLinks(-77, ChatKind.GROUP, null));
        return one.scene().personal() ? small(random) : one;
    }

    private static Case any(RandomSource random) {
        return cases(
                random,
                random.oneOf(
                        new MessageLinks(-1_001_234L, ChatKind.SUPERGROUP, null),
                        new MessageLinks(-77, ChatKind.GROUP, null)));
    }

    private static Case cases(RandomSource random, MessageLinks links) {
        return made(
                random.list(1, 6, source -> words(source, 0, 120)),
                random.list(1, 14, CatchupRendererPropertiesIT::text),
                links,
                random.oneOf(true, false),
                random.anyLong());
    }

    private static Case made(
            List<String> names,
            List<String> texts,
            MessageLinks links,
            boolean personal,
            long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages =
                IntStream.range(0, texts.size())
                        .mapToObj(at -> message(at, names, texts.get(at), random))
                        .toList();
        var scene =
                new CatchupRenderer.Context(
                        MessageCatalog.in(Locale.ENGLISH),
                        ZoneId.of("Europe/Berlin"),
                        links,
                        personal,
                        random.nextLong(Long.MAX_VALUE),
                        random.nextBoolean());
        return new Case(catchup(messages, random), scene, messages);
    }

    private static ChatMessage message(int at, List<String> names, String text, Random random) {
        int who = random.nextInt(names.size());
        return new ChatMessage(
                at + 1,
                random.nextInt(3) * 4L,
                new Author("user" + who, names.get(who), null),
                Instant.parse("2026-03-28T21:00:00Z").plusSeconds(at * 1000L),
                null,
                text,
                Set.of(),
                List.of());
    }

    private static Catchup catchup(List<ChatMessage> messages, Random random) {
        return new Catchup(
                messages.getFirst().time(),
                messages.getLast().time(),
                messages.size(),
                3,
                some(messages, random),
                some(messages, random).stream().map(one -> topic(one, messages, random)).toList(),
                some(messages, random),
                some(messages, random),
                some(messages, random).stream().map(one -> open(one, random)).toList(),
                some(messages, random).stream()
                        .map(one -> new Catchup.AnsweredQuestion(one, any(messages, random)))
                        .toList(),
                some(messages, random).stream()
                        .map(one -> new Catchup.SharedLink(url(one), one, random.nextInt(3)))
                        .toList(),
                random.nextBoolean()
                        ? List.of(
                                new Catchup.Discussed(
                                        NatoArticle.PASSAGE,
                                        NatoArticle.PASSAGE.opening(),
                                        List.of(any(messages, random), any(messages, random)),
                                        random.nextInt(3),
                                        random.nextInt(2)))
                        : List.of(),
                random.nextInt(3),
                Map.of(any(messages, random).id(), any(messages, random).id()),
                Map.of(any(messages, random).id(), any(messages, random)),
                keySentences(messages, random),
                new Catchup.Unread(random.nextInt(2), random.nextInt(3), random.nextInt(2)));
    }

    /// Of some messages, what follows one of their blanks.
    private static Map<Long, String> keySentences(List<ChatMessage> messages, Random random) {
        return messages.stream()
                .filter(message -> random.nextBoolean() && message.text().strip().contains(" "))
                .collect(
                        Collectors.toMap(
                                ChatMessage::id,
                                message -> message.text().strip().split(" ", 2)[1].strip()));
    }

    private static String url(ChatMessage message) {
        return message.id() % 2 == 0 ? "https://example.org/" + message.id() : message.text();
    }

    private static List<ChatMessage> some(List<ChatMessage> messages, Random random) {
        int one = random.nextInt(3);
        return messages.stream().filter(_ -> random.nextInt(3) < one).toList();
    }

    private static ChatMessage any(List<ChatMessage> messages, Random random) {
        return messages.get(random.nextInt(messages.size()));
    }

    private static Catchup.Topic topic(
            ChatMessage first, List<ChatMessage> messages, Random random) {
        return new Catchup.Topic(
                first.text().substring(0, Math.min(first.text().length(), random.nextInt(99))),
                random.nextInt(99),
                messages.stream().map(ChatMessage::author).distinct().toList(),
                List.of(first, any(messages, random)));
    }

    private static Catchup.OpenQuestion open(ChatMessage question, Random random) {
        Answer.Found offered = random.nextBoolean() ? NatoArticle.FOUND : null;
        return new Catchup.OpenQuestion(question, offered);
    }

    private static String text(RandomSource random) {
        return switch (random.between(1, 10)) {
            case 1, 2, 3, 4, 5, 6 -> words(random, 1, 200);
            case 7, 8, 9 -> words(random, 200, 900);
            default -> words(random, 4000, 4096);
        };
    }

    private static String words(RandomSource random, int shortest, int longest) {
        return AwkwardText.words(random, shortest, longest, CatchupRendererPropertiesIT::anyPart);
    }

    private static String anyPart(RandomSource random) {
        return random.oneIn(3) ? random.oneOf(AWKWARD) : random.text(1, 1, ' ', '~');
    }
}
