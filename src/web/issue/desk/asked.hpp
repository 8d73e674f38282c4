#pragma once

#include "store/issue/desk_list.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web::issue::desk {

/// What the list is asked for, by the fields of its address.
struct Asked {
    store::DeskKind kind = store::DeskKind::inspel;
    std::string words;
    std::string stage;
    std::string topic;         // slug
    std::string group;         // id
    std::string assignee;      // as written on the issue; "-": nobody
    std::string municipality;  // code
    std::string actor_kind;
    bool is_late = false;
    std::string order;
    int page = 1;
    bool is_all = false;  // every one that fits is chosen, not only those on the page

    bool narrows() const;
};

inline constexpr int rows_on_list_page = 50;

Asked asked_of(const http::Fields& query);
Asked asked_of(const Visit&);
/// By the query as it was kept, on its first page.
Asked asked_by(const std::string& query);
/// The words as a number when they are one ("I-122", "122"). Who may read how senders are reached searches in
/// that too.
store::DeskFilter filter_of(const Visit&, const Asked&);
/// The list as it was asked for: the same address again, on its first page.
std::string list_href(const Visit&, const Asked&);
/// The same with the page in it.
std::string list_href(const Visit&, const Asked&, int page);
/// What follows the "?" of the first.
std::string query_of(const Visit&, const Asked&);

}  // namespace medskapa::web::issue::desk
