import EntenteCommands

@main
struct Main {
  static func main() {
    Entente.run()
  }
}
