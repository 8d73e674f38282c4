#include "cli/log/fetch.hpp"

#include "cli/terminal.hpp"
#include "store/files/log_folder.hpp"

#include <curl/curl.h>
#include <fmt/format.h>
#include <filesystem>
#include <memory>

namespace medskapa::cli {
namespace {

constexpr std::size_t most_bytes = 64U * 1024 * 1024;  // a bundle is at most 17 MB, a decision may be more
constexpr long connect_seconds = 10;
constexpr long all_seconds = 120;
constexpr long post_seconds = 5;
constexpr long look_seconds = 2;

struct Connection {
    CURL* handle = curl_easy_init();
    ~Connection() { curl_easy_cleanup(handle); }
    Connection() {
        if (handle == nullptr) throw std::runtime_error{"libcurl could not be started"};
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
};

std::size_t take(char* bytes, std::size_t, std::size_t size, void* to) {
    auto& body = *static_cast<std::string*>(to);
    if (body.size() + size > most_bytes) return 0;
    body.append(bytes, size);
    return size;
}

void prepare(CURL* handle, const std::string& url, std::string& body) {
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "medskapa");
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, all_seconds);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
}

std::optional<std::string> get(CURL* handle, const std::string& url) {
    std::string body;
    prepare(handle, url, body);
    const auto outcome = curl_easy_perform(handle);
    if (outcome != CURLE_OK)
        give_up(N_("{} could not be fetched: {}. Check the address and try again."), url,
            curl_easy_strerror(outcome));
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    if (status == 404 || status == 410) return std::nullopt;
    if (status != 200) give_up(N_("{} was answered with status {}. Try again later."), url, status);
    return body;
}

openlog::Fetch from_folder(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder))
        give_up(N_("There is no folder {}. Name a folder or an address."), folder.string());
    return store::files_in(folder);
}

}  // namespace

openlog::Fetch fetch_from(const std::string& place) {
    if (!place.starts_with("http://") && !place.starts_with("https://")) return from_folder(place);
    const auto connection = std::make_shared<Connection>();
    const auto base = place.ends_with('/') ? place : place + '/';
    return [connection, base](const std::string& path) {
        return get(connection->handle, base + (path.starts_with('/') ? path.substr(1) : path));
    };
}

jobs::Answer post_to(const std::string& url, const std::string& body) {
    const Connection connection;
    std::string answer;
    prepare(connection.handle, url, answer);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers{
        curl_slist_append(nullptr, "Content-Type: text/plain; charset=utf-8"), curl_slist_free_all};
    curl_easy_setopt(connection.handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(connection.handle, CURLOPT_TIMEOUT, post_seconds);
    curl_easy_setopt(connection.handle, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(connection.handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    if (const auto outcome = curl_easy_perform(connection.handle); outcome != CURLE_OK)
        give_up(N_("{} did not answer: {}"), url, curl_easy_strerror(outcome));
    long status = 0;
    curl_easy_getinfo(connection.handle, CURLINFO_RESPONSE_CODE, &status);
    return {static_cast<int>(status), std::move(answer)};
}

jobs::Answer look_at(const std::string& url) {
    const Connection connection;
    std::string answer;
    prepare(connection.handle, url, answer);
    curl_easy_setopt(connection.handle, CURLOPT_CONNECTTIMEOUT, look_seconds);
    curl_easy_setopt(connection.handle, CURLOPT_TIMEOUT, look_seconds);
    if (const auto outcome = curl_easy_perform(connection.handle); outcome != CURLE_OK)
        give_up(N_("{} did not answer: {}"), url, curl_easy_strerror(outcome));
    long status = 0;
    curl_easy_getinfo(connection.handle, CURLINFO_RESPONSE_CODE, &status);
    return {static_cast<int>(status), std::move(answer)};
}

}  // namespace medskapa::cli
