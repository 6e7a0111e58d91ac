package dev.verbatim.article.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// The words in an element's class and id. Sites choose them freely, and yet much the same ones:
/// "comment-list" and "ArticleComments" hold comments everywhere.
final class ElementNames {

    private static final Pattern NAME_END = Pattern.compile("\\s++");
    private static final Pattern WORD_END =
            Pattern.compile("[^\\p{L}\\p{N}]++|(?<=\\p{Ll})(?=\\p{Lu})");

    /// Of readers.
    private static final Set<String> COMMENTS =
            words(
                    """
                    comment comments commentlist disqus respond livefyre spotim reactions discussion
                    replies kommentar kommentare commentaire commentaires comentario comentarios
                    commenti kommentarii kommentariev komentari
                    """);

    private static final Set<String> SURROUNDINGS =
            words(
                    """
                    ad ads advert adverts advertisement advertisements advertising banner banners
                    breadcrumb breadcrumbs carousel cookie cookies consent gdpr footer login
                    masthead menu menus modal nav navbar navigation newsletter newsletters outbrain
                    taboola overlay pager pagination paging popup popular promo promos promotion
                    promoted rail recirc related relatedposts share sharebar sharing sharethis
                    addthis sharedaddy sidebar sidebars signup social sponsor sponsored subscribe colophon siteinfo sitefooter pagefooter
                    subscription tags taglist teaser teasers toolbar tooltip trending yarpp
                    authorbio authorbox aboutauthor authorinfo authorprofile readmore seealso
                    readnext mostread mostviewed upnext alsoread alsolike morefrom moreon
                    recommended recommendations recommendation recommends
                    werbung anzeige anzeigen teilen verwandte empfehlungen weiterlesen mehrzumthema
                    partage partager publicite lireaussi alire recommandations infolettre
                    compartir publicidad relacionadas relacionados suscripcion boletin leetambien
                    compartilhar partilhar publicidade condividi pubblicita correlati leggianche
                    reklama podelitsya chitayte
                    """);

    private static final Set<String> LABELS =
            words(
                    """
                    byline bylines caption captions credit credits copyright meta metadata postmeta
                    dateline timestamp pubdate author authors kicker hidden editsection
                    screenreader visuallyhidden sronly srtext btn button buttons rating ratings
                    follow skip date published
                    autor autoren auteur autore bildunterschrift legende fecha datum
                    """);

    // "no-sidebar" and "has-comments" tell of another element.
    private static final Set<String> ABOUT_OTHERS = Set.of("no", "has", "with", "without", "non");

    // Class names of a few words; more would take time and tell nothing.
    private static final int MAX_LENGTH = 1_000;

    private final List<String> words;

    private ElementNames(List<String> words) {
        this.words = words;
    }

    static ElementNames of(Element element) {
        String names = element.className() + " " + element.id();
        return new ElementNames(
                NAME_END.splitAsStream(names.substring(0, Math.min(names.length(), MAX_LENGTH)))
                        .flatMap(ElementNames::wordsOf)
                        .toList());
    }

    /// The words of a name, and each two that are neighbors as one.
    private static Stream<String> wordsOf(String name) {
        List<String> words =
                WORD_END.splitAsStream(name)
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        return words.isEmpty() || ABOUT_OTHERS.contains(words.getFirst())
                ? Stream.empty()
                : Stream.concat(
                        words.stream(),
                        IntStream.range(1, words.size())
                                .mapToObj(at -> words.get(at - 1) + words.get(at)));
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(NAME_END.split(list.strip())));
    }

    boolean tellOfComments() {
        return words.stream().anyMatch(COMMENTS::contains);
    }

    /// Menus, shares, advertisements, other stories and the like.
    boolean tellOfSurroundings() {
        return words.stream().anyMatch(SURROUNDINGS::contains);
    }

    /// Captions, bylines, buttons and the like.
    boolean tellOfLabel() {
        return words.stream().anyMatch(LABELS::contains);
    }
}
