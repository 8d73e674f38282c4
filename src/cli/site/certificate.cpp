#include "cli/site/certificate.hpp"

#include <curl/curl.h>
#include <memory>
#include <string_view>

namespace medskapa::cli {
namespace {

constexpr long most_seconds = 5;
constexpr std::string_view end_begins = "Expire date:";

std::optional<Instant> moment_in(std::string_view line) {
    const std::string date{line.substr(end_begins.size())};
    const auto seconds = curl_getdate(date.c_str(), nullptr);
    if (seconds < 0) return std::nullopt;
    return Instant{std::chrono::seconds{seconds}};
}

/// Of the first certificate, which is the site's own; the others signed it.
std::optional<Instant> end_of_first(CURL* handle) {
    curl_certinfo* chain = nullptr;
    if (curl_easy_getinfo(handle, CURLINFO_CERTINFO, &chain) != CURLE_OK || chain == nullptr)
        return std::nullopt;
    if (chain->num_of_certs < 1) return std::nullopt;
    for (const auto* line = chain->certinfo[0]; line != nullptr; line = line->next)
        if (std::string_view{line->data}.starts_with(end_begins)) return moment_in(line->data);
    return std::nullopt;
}

bool is_about_certificate(CURLcode outcome) {
    return outcome == CURLE_PEER_FAILED_VERIFICATION || outcome == CURLE_SSL_CACERT_BADFILE ||
           outcome == CURLE_SSL_ISSUER_ERROR || outcome == CURLE_SSL_INVALIDCERTSTATUS;
}

}  // namespace

SeenCertificate certificate_of(const std::string& url) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle{curl_easy_init(), curl_easy_cleanup};
    if (handle == nullptr) return {.trouble = "libcurl could not be started"};
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(handle.get(), CURLOPT_USERAGENT, "medskapa");
    curl_easy_setopt(handle.get(), CURLOPT_NOBODY, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_CERTINFO, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT, most_seconds);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, most_seconds);
    const auto outcome = curl_easy_perform(handle.get());
    if (outcome != CURLE_OK)
        return {.trouble = curl_easy_strerror(outcome), .is_refused = is_about_certificate(outcome)};
    return {.ends = end_of_first(handle.get())};
}

}  // namespace medskapa::cli
