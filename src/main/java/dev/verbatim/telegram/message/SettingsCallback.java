package dev.verbatim.telegram.message;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Consent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The data of the settings' buttons.
public sealed interface SettingsCallback extends CallbackData {

    /// Show the settings.
    record ShowOverview() implements SettingsCallback {}

    /// Show the languages to choose from.
    record ShowLanguages() implements SettingsCallback {}

    /// Show the answer lengths to choose from.
    record ShowLengths() implements SettingsCallback {}

    /// Show this page of the articles, counted from 0.
    record ShowArticles(int page) implements SettingsCallback {}

    /// Reply in this language; [Locale#ROOT] for the reader's own.
    record SetLanguage(Locale language) implements SettingsCallback {}

    /// Answer at this length.
    record SetLength(AnswerLength length) implements SettingsCallback {}

    /// Answer from all articles.
    record SelectAllArticles() implements SettingsCallback {}

    /// Select an article to answer from, or deselect it.
    ///
    /// @param article the [TextHash] of its id, which may be too long for a button
    /// @param page the page that lists it
    record ToggleArticle(long article, int page) implements SettingsCallback {}

    /// Make articles of the posts of the group's channel, or no longer.
    record ToggleChannel() implements SettingsCallback {}

    /// Close the settings.
    record Done() implements SettingsCallback {}

    /// Something about the archive of a group's messages.
    sealed interface ArchiveCallback extends SettingsCallback {}

    /// Show whether and how long messages are kept.
    record ShowArchive() implements ArchiveCallback {}

    /// Keep messages for the default time.
    record EnableArchive() implements ArchiveCallback {}

    /// Keep messages for this many days.
    record SetRetention(int days) implements ArchiveCallback {}

    /// Ask whether to stop keeping messages.
    record AskDisableArchive() implements ArchiveCallback {}

    /// Stop keeping messages.
    record DisableArchive() implements ArchiveCallback {}

    /// Ask whether to delete all kept messages.
    record AskDeleteArchive() implements ArchiveCallback {}

    /// Delete all kept messages.
    record DeleteArchive() implements ArchiveCallback {}

    /// The languages to choose from; [Locale#ROOT] is the reader's own.
    List<Locale> LANGUAGES =
            Stream.concat(Stream.of(Locale.ROOT), MessageCatalog.languages().stream()).toList();

    Pattern PAGE = Pattern.compile("[0-9]{1,9}+");
    Pattern ARTICLE = Pattern.compile("[0-9a-f]{1,16}+");
    Pattern DATA = Pattern.compile("set-([a-z]++)(?: ([0-9a-z]{1,16}))?(?: ([0-9]{1,9}))?");

    /// Reads a button's data; empty when it is none of these.
    static Optional<SettingsCallback> parse(String data) {
        Matcher parts = DATA.matcher(data);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String value = parts.group(2) == null ? "" : parts.group(2);
        return switch (parts.group(1)) {
            case "overview" -> Optional.of(new ShowOverview());
            case "languages" -> Optional.of(new ShowLanguages());
            case "lengths" -> Optional.of(new ShowLengths());
            case "articles" -> page(value).map(ShowArticles::new);
            case "language" -> language(value).map(SetLanguage::new);
            case "length" -> length(value).map(SetLength::new);
            case "all" -> Optional.of(new SelectAllArticles());
            case "article" -> article(value, parts.group(3));
            case "channel" -> Optional.of(new ToggleChannel());
            case "done" -> Optional.of(new Done());
            case "keeping" -> Optional.of(new ShowArchive());
            case "agree" -> Optional.of(new EnableArchive());
            case "keep" -> page(value).filter(SettingsCallback::isAllowed).map(SetRetention::new);
            case "stop" -> Optional.of(new AskDisableArchive());
            case "stopped" -> Optional.of(new DisableArchive());
            case "forget" -> Optional.of(new AskDeleteArchive());
            case "forgotten" -> Optional.of(new DeleteArchive());
            default -> Optional.empty();
        };
    }

    @Override
    default String encode() {
        return switch (this) {
            case ShowOverview() -> "set-overview";
            case ShowLanguages() -> "set-languages";
            case ShowLengths() -> "set-lengths";
            case ShowArticles(int page) -> "set-articles " + page;
            case SetLanguage(var language) -> ("set-language " + language.getLanguage()).strip();
            case SetLength(var length) -> "set-length " + length.code();
            case SelectAllArticles() -> "set-all";
            case ToggleArticle(long article, int page) ->
                    "set-article " + Long.toHexString(article) + " " + page;
            case ToggleChannel() -> "set-channel";
            case Done() -> "set-done";
            case ShowArchive() -> "set-keeping";
            case EnableArchive() -> "set-agree";
            case SetRetention(int days) -> "set-keep " + days;
            case AskDisableArchive() -> "set-stop";
            case DisableArchive() -> "set-stopped";
            case AskDeleteArchive() -> "set-forget";
            case DeleteArchive() -> "set-forgotten";
        };
    }

    private static boolean isAllowed(int days) {
        return days >= Consent.SHORTEST_DAYS && days <= Consent.LONGEST_DAYS;
    }

    private static Optional<Integer> page(String digits) {
        return Optional.ofNullable(digits)
                .filter(page -> PAGE.matcher(page).matches())
                .map(Integer::valueOf);
    }

    private static Optional<Locale> language(String code) {
        return Optional.of(Locale.of(code)).filter(LANGUAGES::contains);
    }

    private static Optional<AnswerLength> length(String code) {
        return Arrays.stream(AnswerLength.values())
                .filter(length -> length.code().equals(code))
                .findAny();
    }

    private static Optional<SettingsCallback> article(String hex, String page) {
        return ARTICLE.matcher(hex).matches()
                ? page(page).map(at -> new ToggleArticle(Long.parseUnsignedLong(hex, 16), at))
                : Optional.empty();
    }
}
