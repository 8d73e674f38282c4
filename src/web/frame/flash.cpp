#include "web/frame/flash.hpp"

#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web {
std::string with_notice(Notice done, std::string address) {
    const auto end = std::min(address.find('#'), address.size());
    const auto mark = address.find('?') < end ? '&' : '?';
    return address.insert(end, mark + ("klart=" + std::string{name_of(done)}));
}

Html flash(const Visit& visit) {
    Notice done{};
    if (!find_name<Notice>(visit.query("klart"), done)) return {};
    return ui::status(html("<p>{}</p>", shown(done, visit.words)));
}

}  // namespace medskapa::web
