#include "web/issue/desk/asked.hpp"

#include "base/text.hpp"
#include "store/site/site_store.hpp"
#include "web/http/target.hpp"
#include "web/issue/addresses.hpp"

#include <algorithm>

namespace medskapa::web::issue::desk {
namespace {

constexpr int most_pages = 2'000;

std::optional<int> number_in(const std::string& words) {
    auto rest = std::string_view{words};
    if (rest.starts_with("I-") || rest.starts_with("i-")) rest.remove_prefix(2);
    if (const auto colon = rest.find(':'); colon != rest.npos) rest = rest.substr(0, colon);
    return rest.empty() ? std::nullopt : Visit::number(rest);
}

template <class Enum>
std::optional<Enum> named_in(const std::string& word) {
    Enum found{};
    return find_name<Enum>(word, found) ? std::optional{found} : std::nullopt;
}

bool may_know_senders(const Visit& visit) {
    return authorize(visit.actor(), Action::moderate_inspel, visit.process->id);
}

}  // namespace

bool Asked::narrows() const {
    return is_late || !(words + stage + topic + group + assignee + municipality + actor_kind).empty();
}

Asked asked_of(const http::Fields& fields) {
    const auto field = [&](std::string_view name) {
        for (const auto& [key, value] : fields)
            if (key == name) return value;
        return std::string{};
    };
    Asked asked;
    asked.kind = named_in<store::DeskKind>(field("visa")).value_or(store::DeskKind::inspel);
    asked.words = text::one_line(field("q"));
    asked.stage = field("lage");
    asked.topic = field("amne");
    asked.group = field("grupp");
    asked.assignee = field("ansvarig");
    asked.municipality = field("kommun");
    asked.actor_kind = field("vem");
    asked.is_late = field("sen") == "ja";
    asked.order = field("ordning");
    asked.page = std::min(Visit::number(field("sida")).value_or(1), most_pages);
    asked.is_all = field("alla") == "ja";
    return asked;
}

Asked asked_by(const std::string& query) {
    constexpr std::size_t most_fields = 20;
    auto asked = asked_of(http::fields_of(query, most_fields).value_or(http::Fields{}));
    asked.page = 1;
    asked.is_all = false;
    return asked;
}

Asked asked_of(const Visit& visit) {
    return asked_of(visit.request.query);
}

store::DeskFilter filter_of(const Visit& visit, const Asked& asked) {
    store::DeskFilter filter;
    filter.kind = asked.kind;
    filter.number = number_in(asked.words);
    if (!filter.number) filter.words = asked.words;
    if (may_know_senders(visit)) filter.senders = store::SenderDetailsAsked::yes;
    filter.stage = named_in<store::DeskStage>(asked.stage);
    if (!asked.topic.empty())
        for (const auto& topic : store::topics_of(visit.db, visit.process->id))
            if (topic.slug == asked.topic) filter.topic = topic.id;
    filter.group = {Visit::number(asked.group).value_or(0)};
    if (!asked.assignee.empty()) filter.assignee = asked.assignee == "-" ? "" : asked.assignee;
    filter.municipality = asked.municipality;
    filter.actor_kind = named_in<ActorKind>(asked.actor_kind);
    if (asked.is_late) filter.late_on = visit.today();
    filter.order = named_in<store::DeskOrder>(asked.order).value_or(store::DeskOrder::newest);
    return filter;
}

std::string list_href(const Visit& visit, const Asked& asked) {
    const auto kind =
        asked.kind == store::DeskKind::inspel ? std::string{} : std::string{name_of(asked.kind)};
    return with_query(visit.href(address::desk_list),
        {{"visa", kind}, {"q", asked.words}, {"lage", asked.stage}, {"amne", asked.topic},
            {"grupp", asked.group}, {"ansvarig", asked.assignee}, {"kommun", asked.municipality},
            {"vem", asked.actor_kind}, {"sen", asked.is_late ? "ja" : ""}, {"ordning", asked.order}});
}

std::string list_href(const Visit& visit, const Asked& asked, int page) {
    return with_query(list_href(visit, asked), {{"sida", page > 1 ? std::to_string(page) : ""}});
}

std::string query_of(const Visit& visit, const Asked& asked) {
    const auto whole = list_href(visit, asked);
    const auto mark = whole.find('?');
    return mark == whole.npos ? std::string{} : whole.substr(mark + 1);
}

}  // namespace medskapa::web::issue::desk
