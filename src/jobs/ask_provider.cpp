#include "jobs/ask_provider.hpp"

#include <curl/curl.h>
#include <memory>
#include <stdexcept>

namespace medskapa::jobs {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

struct Heard {
    std::string body;
    std::size_t most_bytes;
};

std::size_t hear(char* bytes, std::size_t, std::size_t size, void* to) {
    auto& heard = *static_cast<Heard*>(to);
    if (heard.body.size() + size > heard.most_bytes) return 0;
    heard.body.append(bytes, size);
    return size;
}

Headers headers_of(const openid::Request& request) {
    auto* list = curl_slist_append(nullptr, "Accept: application/json");
    if (!request.authorization.empty())
        list = curl_slist_append(list, ("Authorization: " + request.authorization).c_str());
    return {list, curl_slist_free_all};
}

/// No body is packed: a small one could grow on the way to its bound.
void reach(CURL* handle, const openid::Request& request, const ProviderPatience& patience) {
    curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, request.url.starts_with("https://") ? "https" : "http");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "medskapa");
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(patience.connecting.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(patience.whole.count()));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    if (request.trusted.empty()) return;
    curl_easy_setopt(handle, CURLOPT_CAINFO, request.trusted.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
}

openid::Answer ask(const openid::Request& request, const ProviderPatience& patience) {
    if (!openid::is_safe_address(request.url)) throw std::runtime_error{"the address is not https"};
    const Handle handle{curl_easy_init(), curl_easy_cleanup};
    if (!handle) throw std::runtime_error{"libcurl could not be started"};
    Heard heard{{}, patience.most_bytes};
    const auto headers = headers_of(request);
    reach(handle.get(), request, patience);
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, hear);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &heard);
    if (!request.form.empty()) {
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, request.form.data());
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form.size()));
    }
    const auto outcome = curl_easy_perform(handle.get());
    if (outcome == CURLE_WRITE_ERROR) throw std::runtime_error{"it says more than we listen to"};
    if (outcome != CURLE_OK) throw std::runtime_error{curl_easy_strerror(outcome)};
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    return {static_cast<int>(status), std::move(heard.body)};
}

}  // namespace

openid::Ask asking_providers(ProviderPatience patience) {
    return [patience](const openid::Request& request) { return ask(request, patience); };
}

}  // namespace medskapa::jobs
