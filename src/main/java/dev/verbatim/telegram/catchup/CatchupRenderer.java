package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.telegram.chat.GroupLookup.MessageLinks;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.CatchupCallback.CatchupPart;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A renderer of catch-ups as messages. It is pure: the same catch-up in the same context gives the
/// same message.
///
/// A catch-up that fits one message is shown whole. A longer one has an overview with a little of
/// everything, and a button for the pages of each part.
final class CatchupRenderer {

    private static final Set<CatchupPart> OF_TALK =
            EnumSet.of(
                    CatchupPart.DECISIONS,
                    CatchupPart.ACTIONS,
                    CatchupPart.QUESTIONS,
                    CatchupPart.ANSWERED);

    private final Catchup found;
    private final Catchup catchup;
    private final Context context;
    private final MessageCatalog messageCatalog;
    private final CatchupLines lines;
    private final Map<CatchupPart, List<PageBuilder.Block>> full = new EnumMap<>(CatchupPart.class);

    /// The place where a catch-up is read.
    ///
    /// @param zone of the times in it
    /// @param personal whether one person reads it in their private chat; a group's catch-up shows
    ///   nothing that is for one person
    /// @param view the number its buttons know it by
    /// @param older whether there were more messages before those that were read
    record Context(
            MessageCatalog messages,
            ZoneId zone,
            MessageLinks links,
            boolean personal,
            long view,
            boolean older) {}

    CatchupRenderer(Catchup catchup, Context context) {
        this.found = catchup;
        this.catchup = catchup.withEachMessageOnce(context.personal());
        this.context = context;
        this.messageCatalog = context.messages();
        this.lines = new CatchupLines(this.catchup, context);
        for (CatchupPart part : CatchupPart.values()) {
            full.put(part, blocks(part, CatchupLines.LONG));
        }
    }

    /// The message to begin with.
    ReplyMessage reply() {
        if (catchup.messages() == 0) {
            return ReplyMessage.of(MessageKey.CATCHUP_EMPTY.in(messageCatalog));
        }
        return singlePage().orElseGet(this::overview);
    }

    /// The message to begin with, as it stays for everybody: what turns pages in it is left out.
    ReplyMessage live() {
        ReplyMessage reply = reply();
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        button(
                                MessageKey.LIVE_NEW.in(messageCatalog),
                                new CatchupCallback.SendNew(context.view()))));
        reply.rows()
                .forEach(
                        row ->
                                rows.add(
                                        row.stream()
                                                .filter(
                                                        one ->
                                                                !(one.action()
                                                                        instanceof
                                                                        CatchupCallback.ShowPage))
                                                .toList()));
        return new MessageBuilder()
                .add(reply)
                .blankLine()
                .line(MessageKey.LIVE_NOTE.in(messageCatalog))
                .build()
                .withButtons(rows);
    }

    /// One page of a part.
    ///
    /// @param number counted from 0; beyond the last page it is the last one
    ReplyMessage page(CatchupPart part, int number) {
        List<PageBuilder.Block> blocks = full(part);
        if (part == CatchupPart.OVERVIEW || blocks.isEmpty()) {
            return reply();
        }
        List<PageBuilder> sheets = paginate(part, blocks);
        int shown = Math.clamp(number, 0, sheets.size() - 1);
        PageBuilder sheet = sheets.get(shown);
        List<List<ReplyMessage.Button>> rows = jumpButtons(sheet);
        rows.add(navigationButtons(part, shown, sheets.size()));
        return sheet.build().withButtons(rows);
    }

    private List<PageBuilder> paginate(CatchupPart part, List<PageBuilder.Block> blocks) {
        List<PageBuilder> sheets = new ArrayList<>();
        sheets.add(titledPage(part));
        for (PageBuilder.Block block : blocks) {
            if (!sheets.getLast().add("", block)) {
                sheets.add(titledPage(part));
                sheets.getLast().add("", block);
            }
        }
        return sheets;
    }

    private PageBuilder titledPage(CatchupPart part) {
        return new PageBuilder()
                .addHeader(new MessageBuilder().bold(part.title().in(messageCatalog)).build());
    }

    private List<ReplyMessage.Button> navigationButtons(CatchupPart part, int shown, int pages) {
        List<ReplyMessage.Button> buttons = new ArrayList<>();
        buttons.add(
                button(MessageKey.CATCHUP_OVERVIEW.in(messageCatalog), CatchupPart.OVERVIEW, 0));
        buttons.addAll(
                ReplyMessage.Button.pages(
                        shown, pages - 1, messageCatalog, page -> press(part, page)));
        return buttons;
    }

    /// Everything in one message; empty when it doesn't fit.
    private Optional<ReplyMessage> singlePage() {
        PageBuilder sheet = new PageBuilder().addHeader(head());
        for (CatchupPart part : CatchupPart.details()) {
            String heading = part.title().in(messageCatalog);
            for (PageBuilder.Block block : full(part)) {
                if (!sheet.add(heading, block)) {
                    return Optional.empty();
                }
                heading = "";
            }
        }
        return Optional.of(finished(sheet, List.of()));
    }

    private ReplyMessage overview() {
        PageBuilder sheet = new PageBuilder().addHeader(head());
        Map<CatchupPart, Integer> more = new EnumMap<>(CatchupPart.class);
        for (CatchupPart part : CatchupPart.details()) {
            int all = full(part).size();
            int shown = addExcerpt(sheet, part);
            if (shown > 0 && shown < all) {
                sheet.addLine("… +" + (all - shown));
            }
            if (shown < all || isShortened(part)) {
                more.put(part, all);
            }
        }
        return finished(sheet, more.entrySet().stream().map(this::partButton).toList());
    }

    private ReplyMessage head() {
        return new CatchupHead(catchup, context, lines).message(MessageKey.CATCHUP);
    }

    /// Adds as many blocks as fit, and no more than an overview should have.
    private int addExcerpt(PageBuilder sheet, CatchupPart part) {
        String heading = part.title().in(messageCatalog);
        int shown = 0;
        for (PageBuilder.Block block : blocks(part, CatchupLines.SHORT)) {
            if (shown == part.overviewLimit() || !sheet.add(heading, block)) {
                break;
            }
            heading = "";
            shown++;
        }
        return shown;
    }

    /// Whether the overview shortens what the pages of the part show in full.
    private boolean isShortened(CatchupPart part) {
        return !blocks(part, CatchupLines.SHORT).equals(full(part));
    }

    private ReplyMessage finished(PageBuilder sheet, List<ReplyMessage.Button> parts) {
        String nothing = nothingOf();
        if (!nothing.isEmpty()) {
            sheet.addFooter(MessageKey.CATCHUP_NOTHING_OF.in(messageCatalog, nothing));
        }
        List<List<ReplyMessage.Button>> rows = jumpButtons(sheet);
        rows.addAll(inRows(parts, 2));
        if (!context.personal()) {
            rows.add(List.of(sendPrivatelyButton()));
        }
        return sheet.build().withButtons(rows);
    }

    /// The titles of the parts without any finding.
    private String nothingOf() {
        return CatchupPart.details().stream()
                .filter(part -> context.personal() || part != CatchupPart.FOR_YOU)
                .filter(part -> isTalk() || !OF_TALK.contains(part))
                .filter(this::isNothingFound)
                .map(part -> part.title().in(messageCatalog))
                .collect(Collectors.joining(" · "));
    }

    /// Whether several people wrote, who can agree and answer.
    private boolean isTalk() {
        return catchup.people() > 1;
    }

    private boolean isNothingFound(CatchupPart part) {
        return switch (part) {
            case FOR_YOU -> found.forReader().isEmpty();
            case DECISIONS -> found.decisions().isEmpty();
            case ACTIONS -> found.actions().isEmpty();
            case QUESTIONS -> found.openQuestions().isEmpty();
            case ANSWERED -> found.answeredQuestions().isEmpty();
            case OVERVIEW, TOPICS, LINKS, ARTICLES -> full(part).isEmpty();
        };
    }

    private List<List<ReplyMessage.Button>> jumpButtons(PageBuilder sheet) {
        return lines.jumpRows(sheet.messages());
    }

    private List<PageBuilder.Block> full(CatchupPart part) {
        return Objects.requireNonNull(full.get(part));
    }

    private List<PageBuilder.Block> blocks(CatchupPart part, int room) {
        return switch (part) {
            case OVERVIEW -> List.of();
            case FOR_YOU -> context.personal() ? quoted(catchup.forReader(), room) : List.of();
            case TOPICS -> each(catchup.topics(), topic -> lines.topic(topic, room));
            case DECISIONS -> quoted(catchup.decisions(), room);
            case ACTIONS -> quoted(catchup.actions(), room);
            case QUESTIONS -> each(catchup.openQuestions(), one -> lines.openQuestion(one, room));
            case ANSWERED ->
                    each(catchup.answeredQuestions(), one -> lines.answeredQuestion(one, room));
            case LINKS -> each(catchup.links(), lines::sharedLink);
            case ARTICLES -> each(catchup.byArticle(), one -> lines.discussedArticle(one, room));
        };
    }

    private List<PageBuilder.Block> quoted(List<ChatMessage> messages, int room) {
        return each(messages, message -> lines.message(message, room));
    }

    private static <T> List<PageBuilder.Block> each(
            List<T> things, Function<T, PageBuilder.Block> block) {
        return things.stream().map(block).toList();
    }

    private ReplyMessage.Button partButton(Map.Entry<CatchupPart, Integer> part) {
        String label = part.getKey().title().in(messageCatalog) + " (" + part.getValue() + ")";
        return button(label, part.getKey(), 0);
    }

    private ReplyMessage.Button button(String label, CatchupPart part, int number) {
        return new ReplyMessage.Button(label, press(part, number));
    }

    private CallbackData press(CatchupPart part, int number) {
        return new CatchupCallback.ShowPage(context.view(), part, number);
    }

    private ReplyMessage.Button sendPrivatelyButton() {
        String label = MessageKey.CATCHUP_PRIVATELY.in(messageCatalog);
        return button(label, new CatchupCallback.SendPrivately(context.view()));
    }

    private static ReplyMessage.Button button(String label, CatchupCallback choice) {
        return new ReplyMessage.Button(label, choice);
    }

    /// The list can be added to.
    static List<List<ReplyMessage.Button>> inRows(List<ReplyMessage.Button> buttons, int inRow) {
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        for (int start = 0; start < buttons.size(); start += inRow) {
            rows.add(buttons.subList(start, Math.min(start + inRow, buttons.size())));
        }
        return rows;
    }
}
