// [api] asks the metadata of the machine by the HTTP client | must be rejected at compile
java.net.http.HttpClient.newHttpClient()
