#include "app/staff/desk.hpp"

#include "app/act/transaction.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/staff/desk_store.hpp"

namespace medskapa::app {
namespace {

/// The one at the machine's command line has no desk.
bool has_desk(const Act& act) {
    return act.actor().is_signed_in();
}

}  // namespace

Result<bool> keep_draft(
    Permitted<Action::read_desk> act, const std::string& place, const std::string& words) {
    if (!has_desk(act)) return refuse(Failure::Kind::not_allowed);
    if (place.empty() || place.size() > longest_draft_place) return refuse(Failure::Kind::not_found);
    if (words.size() > longest_draft)
        return refuse(Failure::Kind::invalid,
            {{Field::text, N_("It is too long to be kept as a draft. Save it, or keep a copy of your own")}});
    tx(act).changes_no_page();
    store::keep(tx(act), act.process().id, {act.actor().user, place, words, act.now()});
    return true;
}

Result<bool> drop_draft(Permitted<Action::read_desk> act, const std::string& place) {
    if (!has_desk(act)) return refuse(Failure::Kind::not_allowed);
    tx(act).changes_no_page();
    store::remove_draft(tx(act), act.actor().user, act.process().id, place);
    return true;
}

Result<SavedFilter> save_filter(
    Permitted<Action::read_desk> act, const std::string& typed, const std::string& query) {
    if (!has_desk(act)) return refuse(Failure::Kind::not_allowed);
    const auto title = text::one_line(typed);
    if (title.empty()) return refuse(Failure::Kind::invalid, {{Field::title, N_("Write a name")}});
    if (text::length(title) > longest_filter_title)
        return refuse(Failure::Kind::invalid,
            {{Field::title, N_("Write at most {} characters"), {std::to_string(longest_filter_title)}}});
    if (query.size() > longest_filter_query) return refuse(Failure::Kind::invalid);
    const auto known = store::saved_filters_of(act.db(), act.actor().user, act.process().id);
    if (known.size() >= most_saved_filters)
        return refuse(
            Failure::Kind::invalid, {{Field::title, N_("You have {} saved filters. Remove one first"),
                                        {std::to_string(most_saved_filters)}}});
    tx(act).changes_no_page();
    SavedFilter filter{{}, act.actor().user, title, query};
    filter.id = store::add(tx(act), act.process().id, filter);
    return filter;
}

Result<bool> remove_filter(Permitted<Action::read_desk> act, Id<SavedFilter> id) {
    if (!has_desk(act)) return refuse(Failure::Kind::not_allowed);
    tx(act).changes_no_page();
    store::remove_filter(tx(act), act.actor().user, act.process().id, id);
    return true;
}

}  // namespace medskapa::app
