#include "web/frame/sign_in/security_notes.hpp"

#include "web/http/rate_limit.hpp"

#include <cstring>

namespace medskapa::web {

std::uint64_t SecurityNotes::network_of(std::string_view address, Instant now) {
    const auto network = http::network_of(address);
    if (!network) return 0;
    const std::lock_guard lock{mutex_};
    (void)days_.begins_day(now);
    const auto digest = days_.digest_of(*network);
    std::uint64_t number = 0;
    std::memcpy(&number, digest.data(), sizeof number);
    return number;
}

void note_security(const Visit& visit, SecurityRecord record) {
    note_security(visit, record, visit.actor().user);
}

void note_security(const Visit& visit, SecurityRecord record, Id<User> account) {
    if (!visit.site.security) return;
    record.user = account.value;
    record.network = visit.site.security->network_of(visit.request.remote_address, visit.now);
    visit.site.security->log.note(record);
}

void count_security(const Visit& visit, SecurityEvent event, ProgramWord resource) {
    if (visit.site.security) visit.site.security->log.count(event, resource);
}

}  // namespace medskapa::web
