#include "web/frame/routing/page_cache.hpp"

#include "base/archive/gzip.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace medskapa::web {
namespace {

constexpr std::size_t bytes_in_tag = 12;

std::string_view header(const http::Response& response, std::string_view wanted) {
    for (const auto& [name, value] : response.headers)
        if (name == wanted) return value;
    return {};
}

std::size_t size_of(const std::string& address, const http::Response& response) {
    constexpr std::size_t around = 1024;  // headers, and the map's own
    return address.size() + response.body.size() + around;
}

}  // namespace

std::optional<http::Response> PageCache::find(const std::string& address, const SiteVersion& version) const {
    const std::lock_guard lock{mutex_};
    if (version != version_) return std::nullopt;
    asked_ = now_();
    const auto found = pages_.find(address);
    if (found == pages_.end()) return std::nullopt;
    return *found->second;
}

std::shared_ptr<const http::Response> PageCache::find_at_once(
    const std::string& address, std::uint64_t changes, std::int64_t minute) const {
    const std::lock_guard lock{mutex_};
    if (changes != version_.changes || minute != version_.minute) return {};
    if (now_() - asked_ > log_size_holds) return {};
    const auto found = pages_.find(address);
    return found == pages_.end() ? Page{} : found->second;
}

void PageCache::keep(const std::string& address, const SiteVersion& version, const http::Response& page) {
    const auto size = size_of(address, page);
    if (size > most_bytes_ / 8) return;
    const std::lock_guard lock{mutex_};
    if (version != version_ || bytes_ + size > most_bytes_) begin(version);
    if (pages_.emplace(address, std::make_shared<const http::Response>(page)).second) bytes_ += size;
}

/// The pages that were kept are out of date, or only not known to be fresh.
void PageCache::begin(const SiteVersion& version) {
    const bool shows_the_same = version.changes == version_.changes && version.log_size == version_.log_size;
    if (!shows_the_same || older_bytes_ + bytes_ > most_bytes_) {
        older_.clear();
        older_bytes_ = 0;
    }
    if (shows_the_same)
        for (auto& [address, page] : pages_) {
            const auto size = size_of(address, *page);
            if (older_.insert_or_assign(address, std::move(page)).second) older_bytes_ += size;
        }
    pages_.clear();
    bytes_ = 0;
    version_ = version;
}

std::optional<http::Response> PageCache::find_older(const std::string& address, std::uint64_t changes) const {
    const std::lock_guard lock{mutex_};
    if (changes != version_.changes) return std::nullopt;
    for (const auto* pages : {&pages_, &older_})
        if (const auto found = pages->find(address); found != pages->end()) return *found->second;
    return std::nullopt;
}

bool is_public(const http::Response& response) {
    return response.status == 200 && !response.rest &&
           header(response, "Cache-Control").starts_with("public");
}

bool takes_gzip(const http::Request& request) {
    for (const auto& offered : text::split(request.header("accept-encoding"), ',')) {
        const auto coding = text::trimmed(offered);
        if (coding == "gzip") return true;
        if (coding.starts_with("gzip;"))
            return !coding.ends_with("q=0") && coding.find("q=0.0") == coding.npos;
    }
    return false;
}

bool is_worth_packing(const http::Response& response) {
    constexpr std::size_t fewest_bytes = 1024;
    const std::string_view type = response.content_type;
    const bool is_text =
        type.starts_with("text/") || type.find("xml;") != type.npos || type.find("json") != type.npos;
    return is_text && !response.rest && response.body.size() >= fewest_bytes;  // parts follow it as they are
}

http::Response packed(http::Response response) {
    response.body = gzipped(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
    for (auto& [name, value] : response.headers)
        if (name == "ETag") value.insert(value.size() - 1, "-gzip");
    return response;
}

void add_tag(http::Response& response) {
    const auto digest = sha256(response.body);
    response.headers.emplace_back("ETag", '"' + hex(as_text(digest).substr(0, bytes_in_tag)) + '"');
}

bool is_known(const http::Request& request, const http::Response& response) {
    const auto tag = header(response, "ETag");
    if (tag.empty()) return false;
    for (const auto& offered : text::split(request.header("if-none-match"), ',')) {
        std::string_view known = offered;
        known.remove_prefix(std::min(known.find_first_not_of(" \t"), known.size()));
        if (known.starts_with("W/")) known.remove_prefix(2);
        known = known.substr(0, known.find_last_not_of(" \t") + 1);
        if (known == tag || known == "*") return true;
    }
    return false;
}

http::Response nothing_new(const http::Response& response) {
    http::Response answer;
    answer.status = 304;
    answer.content_type.clear();
    answer.headers = response.headers;
    return answer;
}

http::Response unless_known(const http::Request& request, http::Response response) {
    return is_known(request, response) ? nothing_new(response) : response;
}

}  // namespace medskapa::web
