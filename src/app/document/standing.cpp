#include "app/document/standing.hpp"

#include "app/act/transaction.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/inspel/share_store.hpp"

#include <map>
#include <set>

namespace medskapa::app {
namespace {

/// Where the words of each node stand: in it, in what was split off from it, and in what it was merged into.
class Standings {
public:
    Standings(sql::Connection& db, Id<Document> document, const Lines& lines) : db_{db} {
        for (const auto& line : lines) words_[line.node.id] = line.text;
        for (const auto& change : store::relocations(db, document)) {
            if (change.kind == Change::Kind::merged)
                went_to_.emplace(change.node, change.other);
            else
                went_to_.emplace(change.other, change.node);
        }
    }

    Standing of(const store::CausedChange& caused) const {
        const auto& [change, cause] = caused;
        const auto edit = asked_for(change, cause);
        if (!edit) return without_words(change, words_.contains(change.node));
        std::set<Id<Node>> seen;
        const auto text = text_of(change.node, seen);
        return text.empty() ? Standing::gone : standing_of(edit->before, edit->after, text);
    }

private:
    std::string text_of(Id<Node> node, std::set<Id<Node>>& seen) const {
        if (!seen.insert(node).second) return {};
        const auto own = words_.find(node);
        auto text = own == words_.end() ? std::string{} : own->second;
        const auto [from, to] = went_to_.equal_range(node);
        for (auto next = from; next != to; ++next) {
            const auto more = text_of(next->second, seen);
            text += (text.empty() || more.empty() ? "" : " ") + more;
        }
        return text;
    }

    /// The proposal's own words where there is one, or else what an editor wrote for it.
    std::optional<store::EditOfWords> asked_for(const Change& change, const Cause& cause) const {
        if (cause.kind == Cause::Kind::inspel)
            if (const auto amendment = store::amendment_of(db_, {cause.id});
                amendment && amendment->node == change.node && !amendment->shown_text.empty())
                return store::EditOfWords{store::words_of(db_, amendment->instead_of), amendment->shown_text};
        if (auto edit = store::newest_edit_for(db_, change.node, cause)) return edit;
        const bool has_words = change.kind == Change::Kind::changed && change.before != change.after;
        if (!has_words) return std::nullopt;
        return store::EditOfWords{store::words_of(db_, change.before), store::words_of(db_, change.after)};
    }

    static Standing without_words(const Change& change, bool is_there) {
        const bool wants_it_gone =
            change.kind == Change::Kind::removed || change.kind == Change::Kind::merged;
        const bool stands = change.kind == Change::Kind::merged || is_there != wants_it_gone;
        return stands ? Standing::whole : Standing::gone;
    }

    sql::Connection& db_;
    std::map<Id<Node>, std::string> words_;
    std::multimap<Id<Node>, Id<Node>> went_to_;
};

Id<Revision> known_to_readers(sql::Connection& db, const Document& document, Id<Node> node) {
    const auto known = store::newest_frozen(db, document.id);
    const auto line = known ? store::line_of(db, known->id, node) : std::nullopt;
    return line ? line->revision : Id<Revision>{};
}

/// What a line has said since the version that readers know.
struct Wordings {
    Wordings(sql::Connection& its_db, const Document& document, const Line& now) : db{its_db} {
        const auto known = known_to_readers(db, document, now.node.id);
        edits = store::wordings_between(db, now.node.id, known, now.revision);
        if (!known) texts.emplace_back();  // a new paragraph: all of it was brought in
        for (const auto& edit : edits) texts.push_back(edit.text);
    }

    /// Of a place in `texts` that is not the first.
    const store::DatedWording& by(std::size_t place) const {
        return edits[place - (texts.size() - edits.size())];
    }
    /// Whether its words are more than the editor's own who began with `since`.
    bool is_protected(std::size_t place, Id<Revision> since) const {
        const auto revision = by(place).revision;
        return revision.value > since.value || !store::causes_of_edit(db, revision).empty();
    }

    sql::Connection& db;
    std::vector<store::DatedWording> edits;
    std::vector<std::string> texts;  // with none before the first edit of a new paragraph
};

}  // namespace

std::vector<TakenOut> taken_out(sql::Connection& db, const Document& document, const Line& now,
    const std::string& words, Id<Revision> since) {
    const Wordings wordings{db, document, now};
    std::vector<TakenOut> found;
    for (const auto& loss : losses(wordings.texts, words)) {
        const auto& by = wordings.by(loss.brought_in_by);
        if (wordings.is_protected(loss.brought_in_by, since))
            found.push_back({loss.words, by.revision, by.written_at, store::causes_of_edit(db, by.revision)});
    }
    return found;
}

std::string with_all_back(sql::Connection& db, const Document& document, const Line& now,
    const std::string& words, Id<Revision> since) {
    const Wordings wordings{db, document, now};
    std::vector<std::size_t> places;
    for (std::size_t place = 1; place < wordings.texts.size(); ++place)
        if (wordings.is_protected(place, since)) places.push_back(place);
    return put_back(wordings.texts, words, places);
}

std::vector<JudgedCause> judged_by(sql::Connection& db, const Document& document, const Lines& lines) {
    const auto all = store::caused_changes(db, document.id);
    const Standings standings{db, document.id, lines};
    std::vector<JudgedCause> judged;
    for (const auto& caused : all) judged.push_back({caused, standings.of(caused)});
    return judged;
}

void judge_causes(const Act& act, const Document& document, const Version& version, const Lines& lines) {
    for (const auto& [caused, standing] : judged_by(act.db(), document, lines))
        store::judge(tx(act), caused.change.id, caused.cause, standing, version.id);
    store::count_changes(tx(act), document.process);
}

}  // namespace medskapa::app
