#include "web/ui/diff.hpp"

#include "domain/document/picture.hpp"
#include "domain/document/table_words.hpp"
#include "domain/document/word_diff.hpp"

namespace medskapa::web::ui {
namespace {

Html piece_view(const Piece& piece, const Words& words) {
    switch (piece.kind) {
        case Piece::Kind::added:
            return html(R"(<ins><span class="vh">{} </span>{}<span class="vh"> {} </span></ins>)",
                words("Added:"), piece.text, words("End of what is added."));
        case Piece::Kind::removed:
            return html(R"(<del><span class="vh">{} </span>{}<span class="vh"> {} </span></del>)",
                words("Removed:"), piece.text, words("End of what is removed."));
        case Piece::Kind::same: break;
    }
    return html("{}", piece.text);
}

/// Pictures by what they show, and enough of what they hold to tell two apart.
std::string with_words_of_pictures(std::string text, const Words& words) {
    const auto shown = pictures_in(text);
    for (auto one = shown.rbegin(); one != shown.rend(); ++one)
        text.replace(one->from, one->to - one->from,
            words("[Picture {}: {}]", one->name.digest.substr(0, 6), one->alternative));
    return text;
}

}  // namespace

Html diff(std::string_view before, std::string_view after, const Words& words) {
    const auto old = with_words_of_pictures(words_of_tables(before), words);
    const auto young = with_words_of_pictures(words_of_tables(after), words);
    return html(R"(<p class="body as-typed">{}</p>)",
        each(diff_words(old, young), [&](const Piece& piece) { return piece_view(piece, words); }));
}

office::Spans changed_words(std::string_view before, std::string_view after) {
    using Change = office::Look::Change;
    office::Spans spans;
    for (const auto& piece : diff_words(before, after)) {
        auto change = Change::none;
        if (piece.kind == Piece::Kind::added) change = Change::added;
        if (piece.kind == Piece::Kind::removed) change = Change::removed;
        spans.push_back({std::string{piece.text}, {.change = change}, {}});
    }
    return spans;
}

}  // namespace medskapa::web::ui
