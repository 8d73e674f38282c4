#pragma once

#include "web/http/message.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace medskapa::web {

/// What a public page depends on besides its address. Two alike: nothing that shows has changed between them.
struct SiteVersion {
    std::uint64_t changes = 0;  // what this process has committed that shows on pages
    std::int64_t log_size = 0;  // what other processes and nodes have done
    std::int64_t minute = 0;    // pages show what is open and what has been

    bool operator==(const SiteVersion&) const = default;
};

/// Public pages of the newest version, ready to send again; and those of the versions before it as long as
/// nothing that shows was changed, for when no new ones can be made. Safe to use from several threads.
class PageCache {
public:
    using Clock = std::chrono::steady_clock;

    explicit PageCache(std::size_t most_bytes, std::function<Clock::time_point()> now = &Clock::now)
        : most_bytes_{most_bytes}, now_{std::move(now)} {}

    std::optional<http::Response> find(const std::string& address, const SiteVersion&) const;
    /// The same without asking the database: what other processes have written may show this much later.
    static constexpr std::chrono::milliseconds log_size_holds{250};
    std::shared_ptr<const http::Response> find_at_once(
        const std::string& address, std::uint64_t changes, std::int64_t minute) const;
    /// `version` was read before the page was made, so that what was written meanwhile makes the page old.
    void keep(const std::string& address, const SiteVersion&, const http::Response&);
    /// The page as it was last made, if nothing that shows has been changed since.
    std::optional<http::Response> find_older(const std::string& address, std::uint64_t changes) const;

private:
    using Page = std::shared_ptr<const http::Response>;
    using Pages = std::unordered_map<std::string, Page>;

    void begin(const SiteVersion&);

    std::size_t most_bytes_;
    std::function<Clock::time_point()> now_;
    mutable std::mutex mutex_;
    SiteVersion version_;
    mutable Clock::time_point asked_;  // when the log had the size of that version
    std::size_t bytes_ = 0;
    Pages pages_;
    std::size_t older_bytes_ = 0;
    Pages older_;
};

/// Whether anybody may be shown the same answer, and all of it is here.
bool is_public(const http::Response&);

/// Whether the visitor can unpack gzip (RFC 9110, 12.5.3).
bool takes_gzip(const http::Request&);
/// Whether packing the answer would make it much smaller.
bool is_worth_packing(const http::Response&);
/// The same answer, packed, with a tag of its own.
http::Response packed(http::Response);

/// Marks the answer with a tag of its content (RFC 9110, 8.8.3).
void add_tag(http::Response&);
/// Whether the visitor has the answer already.
bool is_known(const http::Request&, const http::Response&);
/// What is sent instead, without a body: 304.
http::Response nothing_new(const http::Response&);
/// The answer, or 304 when it is known.
http::Response unless_known(const http::Request&, http::Response);

}  // namespace medskapa::web
